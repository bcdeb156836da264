package dev.segmentation.evaluate.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.segmentation.report.Html;
import dev.segmentation.report.SvgPlot;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class EvaluationPageTest {
    private static final String HOSTILE =
            "</td><script src=\"https://evil.example/x.js\">alert('1')</script><img src=x>&";
    private static final Pattern SVG = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

    private static String page(boolean labelled) {
        ClusterQuality quality = ClusterQuality.of(new int[] {0, 0, 1}, new int[] {0, 1, 1});
        List<ThresholdRow> rows = List.of(
                new ThresholdRow(0.5, false, 1, 3, 3, 1, 0, labelled ? quality : null),
                new ThresholdRow(0.92, true, 2, 2, 2, 0, 0, labelled ? quality : null));
        PairError.Side side = new PairError.Side(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
        ThresholdStep step = new ThresholdStep(
                0.5, 0.92, 1, List.of(new ThresholdStep.Example(3, 9, List.of(new ThresholdStep.Part(HOSTILE, 3)))));
        return EvaluationPage.of(new EvaluationReport(
                HOSTILE,
                labelled ? HOSTILE : null,
                3,
                false,
                rows,
                labelled ? List.of(new RecallBySimilarity.Band("below 0.6", 0, 0)) : List.of(),
                labelled ? List.of(new PairError(1, 0.5, side, side, HOSTILE)) : List.of(),
                List.of(),
                labelled ? List.of() : List.of(step),
                List.of(new dev.segmentation.table.RowError(HOSTILE, 2, HOSTILE, HOSTILE, HOSTILE, HOSTILE)),
                List.of(HOSTILE),
                List.of(),
                1));
    }

    @Test
    void namesOfStrangersStayText() {
        for (String page : List.of(page(true), page(false))) {
            assertThat(page)
                    .doesNotContain("<script", "<img", "alert('1')")
                    .contains("&lt;/td&gt;&lt;script src=&quot;https://evil.example/x.js&quot;&gt;");
        }
    }

    @Test
    void pageNeedsNothingFromElsewhere() {
        for (String page : List.of(page(true), page(false))) {
            assertThat(page.replace("https://evil.example", ""))
                    .doesNotContain("http:", "https:", "url(", "@import", " src=x>", "<link", "onload")
                    .contains("default-src 'none'", "prefers-color-scheme: dark", "<html lang=\"en\">");
        }
    }

    @Test
    void drawingsAreWellFormedAndSayWhatTheyShow() {
        List<String> drawings = new ArrayList<>();
        for (String page : List.of(page(true), page(false))) {
            Matcher matcher = SVG.matcher(page);
            while (matcher.find()) {
                drawings.add(matcher.group());
            }
        }
        assertThat(drawings).hasSize(3).allSatisfy(svg -> {
            assertThatCode(() -> DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))))
                    .doesNotThrowAnyException();
            assertThat(svg)
                    .contains("role=\"img\"", "<title id=", "<desc id=", "in use 0.92")
                    .doesNotContain("NaN", "Infinity");
        });
        assertThat(drawings.get(0)).contains(">Precision</text>", ">Recall</text>", ">F1</text>");
        assertThat(drawings.get(1)).contains("threshold 0.50: precision 0.000, recall 0.000");
    }

    @Test
    void everyDrawingHasItsTableAndTheThresholdInUseIsNamed() {
        assertThat(page(true)).contains("<caption>All thresholds", "<td>0.92 (in use)</td>", "B-cubed F1");
        assertThat(page(false)).contains("<caption>All thresholds", "From 0.50 to 0.92", "(3) | …");
    }

    @Test
    void escapesWhatIsNoCharacter() {
        assertThat(Html.escape("a\u0000b\u001Bc\uD800d\uFFFEe\nf")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe f");
        assertThat(Html.escape("ok 株式 \uD83D\uDE00")).isEqualTo("ok 株式 \uD83D\uDE00");
    }

    @Test
    void namesThatTurnTheReadingDirectionOrNeverEndAreContained() {
        assertThat(Html.foreign("a\u202Eb")).isEqualTo("<bdi>a\u202Eb</bdi>");
        assertThat(Html.foreign("\uD83D\uDE00".repeat(400)))
                .isEqualTo("<bdi>" + "\uD83D\uDE00".repeat(300) + "…</bdi>");
    }

    @Test
    void axisOfCountsEndsAtARoundNumber() {
        assertThat(SvgPlot.Axis.count("", 16_666).max()).isEqualTo(20_000);
        assertThat(SvgPlot.Axis.count("", 20_000).max()).isEqualTo(20_000);
        assertThat(SvgPlot.Axis.count("", 20_001).max()).isEqualTo(50_000);
        assertThat(SvgPlot.Axis.count("", 51_000).max()).isEqualTo(100_000);
        assertThat(SvgPlot.Axis.count("", 0).max()).isEqualTo(5);
    }
}
