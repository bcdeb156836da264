package dev.segmentation.name;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** Takes from a name what does not identify the company: article, legal form, branch and department markers. */
final class Stripper {
    private final NameTables tables;

    Stripper(NameTables tables) {
        this.tables = tables;
    }

    /** The identifying words, the legal form and the marker, both blank if there was none. */
    record Result(List<Token> core, String legalForm, String marker) {}

    Result strip(List<Token> tokens) {
        List<Token> core = new ArrayList<>(tokens);
        dropAbbreviationInBrackets(core);
        String form = legalFormAtStart(core);
        StringBuilder marker = new StringBuilder();
        boolean changed = true;
        while (changed) {
            changed = dropEdges(core);
            String found = legalFormAtEnd(core);
            if (!found.isEmpty()) {
                form = form.isEmpty() ? found : found + " " + form;
                changed = true;
            }
            changed |= markerAtEnd(core, marker);
        }
        return new Result(List.copyOf(core), form, marker.toString());
    }

    /** THE at either end, a conjunction left behind at the end. */
    private static boolean dropEdges(List<Token> core) {
        boolean changed = false;
        while (core.size() > 1 && core.get(0).text().equals("THE")) {
            core.remove(0);
            changed = true;
        }
        while (core.size() > 1 && last(core).text().equals("THE")) {
            removeLast(core);
            changed = true;
        }
        while (core.size() > 1 && last(core).and()) {
            removeLast(core);
            changed = true;
        }
        return changed;
    }

    private String legalFormAtStart(List<Token> core) {
        PhraseTrie.Hit<String> hit = tables.formsAtStart().longestAt(texts(core), 0);
        if (hit == null || hit.length() >= core.size()) {
            return "";
        }
        core.subList(0, hit.length()).clear();
        return hit.value();
    }

    private String legalFormAtEnd(List<Token> core) {
        PhraseTrie.Hit<String> hit = tables.formsAtEnd().longestAt(reversed(core), 0);
        if (hit == null || hit.length() >= core.size()) {
            return "";
        }
        core.subList(core.size() - hit.length(), core.size()).clear();
        return hit.value();
    }

    /** A number with its sign ({@code #12}, {@code STORE 12}), or a department ({@code ACCOUNTS PAYABLE}). */
    private boolean markerAtEnd(List<Token> core, StringBuilder marker) {
        if (core.isEmpty()) {
            return false;
        }
        if (core.size() > 1 && last(core).hash()) {
            cut(core, 1 + numbered(core.subList(0, core.size() - 1)), marker);
            return true;
        }
        if (core.size() > 1 && last(core).number() && numbered(core.subList(0, core.size() - 1)) > 0) {
            cut(core, 1 + numbered(core.subList(0, core.size() - 1)), marker);
            return true;
        }
        PhraseTrie.Hit<Boolean> department = tables.markersAtEnd().longestAt(reversed(core), 0);
        if (department != null && !department.value()) {
            cut(core, department.length(), marker);
            return true;
        }
        return false;
    }

    private int numbered(List<Token> before) {
        PhraseTrie.Hit<Boolean> hit = tables.markersAtEnd().longestAt(reversed(before), 0);
        return hit != null && hit.value() && hit.length() < before.size() ? hit.length() : 0;
    }

    private static void cut(List<Token> core, int count, StringBuilder marker) {
        List<Token> tail = core.subList(core.size() - count, core.size());
        StringBuilder text = new StringBuilder();
        tail.forEach(t -> text.append(text.isEmpty() ? "" : " ").append(t.text()));
        marker.insert(0, marker.isEmpty() ? text.toString() : text + " ");
        tail.clear();
    }

    /** "Ohio Valley Electric Corporation (OVEC)": the letters repeat what is already said. */
    private static void dropAbbreviationInBrackets(List<Token> core) {
        for (int i = core.size() - 1; i > 1; i--) {
            Token token = core.get(i);
            if (token.bracketed() && token.text().length() > 1 && spells(core.subList(0, i), token.text())) {
                core.remove(i);
            }
        }
        core.removeIf(t -> t.bracketed() && t.text().equals("THE"));
    }

    private static boolean spells(List<Token> words, String letters) {
        StringBuilder all = new StringBuilder();
        StringBuilder strong = new StringBuilder();
        for (Token word : words) {
            if (strong.length() == letters.length()) {
                break;
            }
            if (!word.bracketed()) {
                char c = word.text().charAt(0);
                all.append(c);
                if (!word.and() && !word.text().equals("OF") && !word.text().equals("THE")) {
                    strong.append(c);
                }
            }
        }
        return all.toString().startsWith(letters) || strong.toString().startsWith(letters);
    }

    private static Token last(List<Token> tokens) {
        return tokens.get(tokens.size() - 1);
    }

    private static void removeLast(List<Token> tokens) {
        tokens.remove(tokens.size() - 1);
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }

    /** The words from the last to the first, as a view: only the last few are ever looked at. */
    private static List<String> reversed(List<Token> tokens) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return tokens.get(tokens.size() - 1 - index).text();
            }

            @Override
            public int size() {
                return tokens.size();
            }
        };
    }
}
