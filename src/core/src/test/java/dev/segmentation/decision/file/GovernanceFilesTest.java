package dev.segmentation.decision.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.segmentation.customer.Classification;
import dev.segmentation.customer.IndustrialGroup;
import dev.segmentation.customer.KeyOverride;
import dev.segmentation.customer.MergeJudgement;
import dev.segmentation.customer.Method;
import dev.segmentation.customer.Status;
import dev.segmentation.customer.SupportCategory;
import dev.segmentation.table.RowError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GovernanceFilesTest {
    private static final LegacySegments LEGACY =
            new LegacySegments(Path.of("rules/common/legacy-segments.csv"), error -> {});

    @TempDir
    Path input;

    private final List<RowError> errors = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    @Test
    void emptyFolderHoldsNoDecision() {
        assertThat(read()).isEqualTo(new Governance(Map.of(), List.of(), List.of(), Map.of()));
        assertThat(errors).isEmpty();
        assertThat(notes).isEmpty();
    }

    @Test
    void readsOverridesOfCustomerKeys() throws IOException {
        write(
                GovernanceFiles.MANUAL,
                "Notes,Customer Key,Manual Segment,Manual Master Name",
                "as they asked,K1,,Acme",
                ",K2,Retail,",
                ",K3,Utilities,Bolt");

        Governance governance = read();

        assertThat(governance.keyOverrides().values())
                .containsExactlyInAnyOrder(
                        new KeyOverride("K1", "Acme", null, SupportCategory.NONE, "", "as they asked", 2),
                        new KeyOverride(
                                "K2", "", IndustrialGroup.COMMERCIAL_SERVICES, SupportCategory.RETAIL, "Retail", "", 3),
                        new KeyOverride(
                                "K3", "Bolt", IndustrialGroup.UTILITIES, SupportCategory.NONE, "Utilities", "", 4));
        assertThat(errors).isEmpty();
    }

    @Test
    void laterOverrideOfOneKeyReplacesTheFormerAndSaysSo() throws IOException {
        write(GovernanceFiles.MANUAL, "Customer Key,Manual Master Name", "K1,Acme", "K1,Bolt");

        assertThat(read().keyOverrides().get("K1").masterName()).isEqualTo("Bolt");
        assertThat(notes).contains("ManualOverrides.csv:2: replaced by line 3, which names the same customer key K1.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ManualOverrides.csv | Customer Key,Manual Master Name | ,Acme | Customer Key | no customer key",
                "ManualOverrides.csv | Customer Key,Manual Segment | K1,Nonsense | Manual Segment | neither an industrial group nor a known legacy word",
                "ManualOverrides.csv | Customer Key,Manual Segment | K1, | '' | decides nothing",
                "MasterMergeOverrides.csv | Alias Canonical,Master Canonical | ACME, | '' | two names are needed",
                "MasterMergeOverrides.csv | Alias Canonical,Master Canonical | ,ACME | '' | two names are needed",
                "MasterMergeOverrides.csv | Alias Canonical,Master Canonical,Judgement | A,B,maybe | Judgement | unknown judgement",
                "MasterWebsites.csv | Master Customer Name Canonical,Company Website | ACME,nowhere | Company Website | not a master and its host",
                "MasterWebsites.csv | Master Customer Name Canonical,Company Website | ,acme.com | Master Customer Name Canonical | not a master and its host",
                "MasterSegmentationOverrides.csv | Master Customer Name Canonical,Industrial Group | ,Utilities | Master Customer Name Canonical | names no master",
                "MasterSegmentationOverrides.csv | Master Customer Name Canonical,Industrial Group | ACME,Gardening | Industrial Group | not an industrial group",
                "MasterSegmentationOverrides.csv | Master Customer Name Canonical,Industrial Group,Method | ACME,Utilities,Guess | Method | not a method",
                "MasterSegmentationOverrides.csv | Master Customer Name Canonical,Industrial Group,Support Category | ACME,Utilities,Garden | Support Category | not a support category",
                "MasterSegmentationOverrides.csv | Master Customer Name Canonical,Industrial Group,Status | ACME,Utilities,Done | Status | not a status",
                "MasterSegmentationOverrides.csv | Master Customer Name Canonical,Industrial Group,NAICS | ACME,Utilities,1 | NAICS | not a NAICS code",
                "MasterSegmentationOverrides.csv | Master Customer Name Canonical,Industrial Group,NAICS | ACME,Utilities,1234567 | NAICS | not a NAICS code",
                "MasterSegmentationOverrides.csv | Master Customer Name Canonical,Industrial Group,Company Website | ACME,Utilities,no host | Company Website | not a host"
            })
    void badRowIsRejectedAndTheNextOneUsed(String file, String header, String row, String column, String problem)
            throws IOException {
        write(file, header, row, file.endsWith("Websites.csv") ? "GOOD,good.com" : "GOOD,Utilities");

        Governance governance = read();

        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.file()).isEqualTo(file);
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.column()).isEqualTo(column);
            assertThat(error.problem()).isEqualTo(problem);
            assertThat(error.advice()).isNotBlank();
        });
        assertThat(governance.keyOverrides().size()
                        + governance.judgements().size()
                        + governance.segmentOverrides().size()
                        + governance.websites().size())
                .isEqualTo(1);
    }

    @Test
    void readsVerdictsOnPairsOfNames() throws IOException {
        write(
                GovernanceFiles.MERGES,
                "Alias Canonical,Master Canonical,Judgement,Owner,Date,Reason",
                "ACME WEST,ACME,,Ann,2026-01-01,one company",
                "BOLT,ACME,Never,,,");

        assertThat(read().judgements())
                .containsExactly(
                        judgement("ACME WEST", "ACME", true, "Ann", "one company", 2),
                        judgement("BOLT", "ACME", false, "", "", 3));
    }

    private static MergeJudgement judgement(
            String alias, String master, boolean merge, String owner, String reason, long line) {
        return new MergeJudgement(alias, master, merge, owner, reason, GovernanceFiles.MERGES, line);
    }

    @Test
    void readsReviewListsThatPeopleFilledIn() throws IOException {
        write(
                "PossibleMerges-2026-10.csv",
                "Rank,Master A,Master B,Score,Why,Keys A,Keys B,Judgement",
                "1,ACME,ACME WEST,0.6,why,2,1,Merge",
                "2,ACME,BOLT,0.4,why,2,1,",
                "3,ACME,CORA,0.4,why,2,1,perhaps");
        write(
                "PossibleSplits.csv",
                "Rank,Master A,Member,Score,Why,Keys A,Keys B,Judgement",
                "1,ACME,DORA,0.4,,2,1,never");

        assertThat(read().judgements())
                .extracting(MergeJudgement::alias, MergeJudgement::master, MergeJudgement::merge, MergeJudgement::where)
                .containsExactly(
                        tuple("ACME WEST", "ACME", true, "PossibleMerges-2026-10.csv:2"),
                        tuple("DORA", "ACME", false, "PossibleSplits.csv:2"));
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.file()).isEqualTo("PossibleMerges-2026-10.csv");
            assertThat(error.value()).isEqualTo("perhaps");
            assertThat(error.advice()).isEqualTo("Write `merge` or `never`.");
        });
    }

    @Test
    void readsDecisionsAboutMasters() throws IOException {
        write(
                GovernanceFiles.SEGMENTS,
                "Master Customer Name Canonical,Master Id,Industrial Group,Industry Detail,NAICS,Method,Support Category,"
                        + "Company Website,Status,Source,Owner,Date,Reason,Notes",
                "ACME,MABC,Public Schools (K-12),High School,611110,ai-assisted search,,https://www.acme.org/x,draft,Batch1,Ann,03/01/2026,why,",
                "BOLT,,office,,,,,,,,,,,",
                "CORD,,retail,,31-33,,Hospitality,,queued,manual,,,,");

        List<MasterDecision> overrides = read().segmentOverrides();

        assertThat(errors).isEmpty();
        assertThat(overrides)
                .extracting(
                        MasterDecision::canonical,
                        MasterDecision::masterId,
                        MasterDecision::classification,
                        MasterDecision::method,
                        MasterDecision::website,
                        MasterDecision::status,
                        MasterDecision::source,
                        MasterDecision::owner,
                        MasterDecision::date,
                        MasterDecision::reason,
                        MasterDecision::line)
                .containsExactly(
                        tuple(
                                "ACME",
                                "MABC",
                                new Classification(
                                        IndustrialGroup.PUBLIC_SCHOOLS, "High School", "611110", SupportCategory.NONE),
                                Method.AI_ASSISTED_SEARCH,
                                "acme.org",
                                Status.DRAFT,
                                "Batch1",
                                "Ann",
                                "2026-03-01",
                                "why",
                                2L),
                        tuple(
                                "BOLT",
                                "",
                                new Classification(IndustrialGroup.COMMERCIAL_SERVICES, "", "", SupportCategory.NONE),
                                null,
                                "",
                                Status.FINAL,
                                "",
                                "",
                                "",
                                "",
                                3L),
                        tuple(
                                "CORD",
                                "",
                                new Classification(
                                        IndustrialGroup.COMMERCIAL_SERVICES, "", "31-33", SupportCategory.HOSPITALITY),
                                null,
                                "",
                                Status.QUEUED,
                                "manual",
                                "",
                                "",
                                "",
                                4L));
        assertThat(overrides).extracting(MasterDecision::manual).containsExactly(false, true, true);
    }

    @Test
    void readsWebsitesAsBareHosts() throws IOException {
        write(
                GovernanceFiles.WEBSITES,
                "Master Customer Name Canonical,Company Website",
                "ACME,https://www.Acme.com/about?x=1",
                "BOLT,bolt.co.uk");

        assertThat(read().websites()).containsOnly(Map.entry("ACME", "acme.com"), Map.entry("BOLT", "bolt.co.uk"));
    }

    @Test
    void laterWebsiteOfOneMasterReplacesTheFormerAndSaysSo() throws IOException {
        write(GovernanceFiles.WEBSITES, "Master Customer Name Canonical,Company Website", "ACME,a.com", "ACME,b.com");

        assertThat(read().websites()).containsOnly(Map.entry("ACME", "b.com"));
        assertThat(notes).containsExactly("MasterWebsites.csv:3: replaces a.com by b.com for ACME.");
    }

    @Test
    void websiteThatStandsTwiceIsSaidSo() throws IOException {
        write(GovernanceFiles.WEBSITES, "Master Customer Name Canonical,Company Website", "ACME,a.com", "ACME,a.com");

        assertThat(read().websites()).containsOnly(Map.entry("ACME", "a.com"));
        assertThat(notes).containsExactly("MasterWebsites.csv:3: repeats a.com for ACME.");
    }

    private Governance read() {
        return new GovernanceFiles(input, StandardCharsets.UTF_8, LEGACY, errors::add, notes::add).read();
    }

    private void write(String name, String... lines) throws IOException {
        Files.writeString(input.resolve(name), String.join("\n", lines) + "\n");
    }
}
