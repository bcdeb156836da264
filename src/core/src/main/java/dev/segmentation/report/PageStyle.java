package dev.segmentation.report;

/** The style of pages, for light and dark screens and for paper. The policy forbids scripts and anything from elsewhere. */
public final class PageStyle {
    public static final String HEAD =
            """
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <style>
            :root { color-scheme: light dark; --back: #ffffff; --text: #1c1c1c; --soft: #595959; --rule: #d0d0d0;
              --use: #fff3cd; --s1: #0b5cad; --s2: #a34700; --s3: #1c1c1c; }
            @media (prefers-color-scheme: dark) {
              :root { --back: #16181c; --text: #ececec; --soft: #b4b4b4; --rule: #444a52;
                --use: #4a3f12; --s1: #7ab8ff; --s2: #ffb066; --s3: #ececec; } }
            body { margin: 0; background: var(--back); color: var(--text);
              font: 16px/1.5 "Segoe UI", Helvetica, Arial, sans-serif; }
            main { max-width: 76rem; margin: 0 auto; padding: 1rem; }
            h1 { font-size: 1.6rem; overflow-wrap: anywhere; }
            h2 { font-size: 1.25rem; margin-top: 2rem; }
            h3 { font-size: 1rem; }
            figure { display: inline-block; width: min(100%, 37rem); margin: 0 0 1rem; vertical-align: top; }
            figcaption, caption { color: var(--soft); text-align: left; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; font-size: .9rem; }
            th, td { border-bottom: 1px solid var(--rule); padding: .25rem .6rem; text-align: left; vertical-align: top;
              overflow-wrap: anywhere; }
            .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
            .use { background: var(--use); font-weight: 600; }
            svg { width: 100%; height: auto; }
            svg text { fill: var(--text); font-size: 13px; }
            .grid { stroke: var(--rule); }
            .mark { stroke: var(--text); stroke-width: 1.5; stroke-dasharray: 2 3; fill: none; }
            .now { fill: none; stroke: var(--s3); } .then { fill: var(--s1); }
            .s polyline { fill: none; stroke-width: 2; }
            .s1 polyline { stroke: var(--s1); } .s1 path { fill: var(--s1); }
            .s2 polyline { stroke: var(--s2); stroke-dasharray: 7 4; } .s2 path { fill: var(--s2); }
            .s3 polyline { stroke: var(--s3); stroke-width: 3; } .s3 path { fill: var(--s3); }
            </style>
            """;

    private PageStyle() {}
}
