package dev.segmentation.suggest.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void onlyWhatCanBeSeenStays() {
        assertThat(PlainText.line("  A\u202eB\u0000\r\n\tC\u200b\u00a0 é 𝔸\ud800\ue000 ", 50))
                .isEqualTo("AB C é 𝔸");
    }

    @Test
    void longTextsEndInAnEllipsis() {
        assertThat(PlainText.line("abcdef", 6)).isEqualTo("abcdef");
        assertThat(PlainText.line("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(PlainText.line("abcd𝔸fg", 6)).isEqualTo("abcd…");
    }

    @Test
    void markupOfSearchServicesGoes() {
        assertThat(PlainText.withoutMarkup("<strong>A</strong> &amp;lt; B &lt;c&gt;", 50))
                .isEqualTo("A &lt; B <c>");
    }

    @Property(tries = 500)
    void linesAreShortAndStayAsTheyAre(@ForAll String text, @ForAll @IntRange(min = 2, max = 40) int longest) {
        String line = PlainText.line(text, longest);

        assertThat(line.length()).isLessThanOrEqualTo(longest);
        assertThat(line).doesNotContain("\n", "\r", "\u0000", "\u202e");
        assertThat(PlainText.line(line, longest)).isEqualTo(line);
    }
}
