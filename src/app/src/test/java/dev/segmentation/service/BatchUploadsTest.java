package dev.segmentation.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.segmentation.testkit.Golden;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchUploadsTest {
    private final BatchUploads uploads = new BatchUploads(Golden.CLOCK);

    @AfterEach
    void end() {
        uploads.close();
    }

    @Test
    void aFolderForTemporaryFilesThatWasClearedIsMadeAnew() throws IOException {
        BatchUploadInfo lost = uploads.keep("Batch-1", false, new byte[] {1}, "ann");
        Files.delete(lost.place());
        Files.delete(lost.place().getParent());

        assertThat(uploads.find(lost.id())).isEmpty();
        BatchUploadInfo kept = uploads.keep("Batch-2", false, new byte[] {2}, "ann");

        assertThat(kept.place()).hasBinaryContent(new byte[] {2});
        assertThat(uploads.list()).containsExactly(kept);
    }

    @Test
    void manyOfOnePersonPushOutNoneOfAnother() {
        BatchUploadInfo of = uploads.keep("Batch-0", false, new byte[1], "bob");
        for (int i = 1; i <= 25; i++) {
            uploads.keep("Batch-" + i, false, new byte[1], "ann");
        }

        assertThat(uploads.list()).hasSize(21).contains(of);
    }

    @Test
    void whoeverHasMostMakesRoomWhereAllHaveTooMuch() {
        int large = 20 << 20;
        BatchUploadInfo first = null;
        for (int i = 0; i < 12; i++) {
            BatchUploadInfo kept = uploads.keep("Batch-" + i, false, new byte[large], "person " + i / 3);
            first = first == null ? kept : first;
        }
        BatchUploadInfo small = uploads.keep("Small", false, new byte[1], "zoe");
        BatchUploadInfo last = uploads.keep("Last", false, new byte[large], "zoe");

        assertThat(uploads.list()).contains(small, last).doesNotContain(first).hasSize(13);
    }

    @Test
    void theOldestGoFirst() {
        BatchUploadInfo first = uploads.keep("Batch-0", false, new byte[1], "ann");
        for (int i = 1; i <= 20; i++) {
            uploads.keep("Batch-" + i, false, new byte[1], "ann");
        }

        assertThat(uploads.list()).hasSize(20).doesNotContain(first);
        assertThat(first.place()).doesNotExist();
    }
}
