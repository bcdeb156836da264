package dev.segmentation.name;

import java.util.ArrayList;
import java.util.List;

/** A name without what does not identify the company: article, legal form, branch and department markers. */
final class Stripper {
    private final NameTables tables;
    private final List<NameToken> core;
    private final StringBuilder marker = new StringBuilder();
    private String legalForm;

    /** Strips the words of a name; never is the last word taken away. */
    Stripper(NameTables tables, List<NameToken> tokens) {
        this.tables = tables;
        this.core = new ArrayList<>(tokens);
        dropAbbreviationInBrackets();
        this.legalForm = legalForm(tables.formsAtStart().longest(core.size(), i -> text(i)), true);
        boolean changed = true;
        while (changed) {
            changed = dropEdges();
            String found = legalForm(tables.formsAtEnd().longest(core.size(), this::fromEnd), false);
            if (!found.isEmpty()) {
                legalForm = legalForm.isEmpty() ? found : found + " " + legalForm;
                changed = true;
            }
            changed |= markerAtEnd();
        }
    }

    List<NameToken> core() {
        return core;
    }

    /** Blank if there is none. */
    String legalForm() {
        return legalForm;
    }

    /** Blank if there is none. */
    String marker() {
        return marker.toString();
    }

    /** THE at either end, a conjunction left behind at the end. */
    private boolean dropEdges() {
        int before = core.size();
        while (core.size() > 1 && text(0).equals("THE")) {
            core.remove(0);
        }
        while (core.size() > 1 && fromEnd(0).equals("THE")) {
            core.remove(core.size() - 1);
        }
        while (core.size() > 1 && last().and()) {
            core.remove(core.size() - 1);
        }
        return core.size() < before;
    }

    private String legalForm(PhraseTrie<String> found, boolean atStart) {
        if (found == null || found.length() >= core.size()) {
            return "";
        }
        int from = atStart ? 0 : core.size() - found.length();
        core.subList(from, from + found.length()).clear();
        return found.value();
    }

    /** A number with its sign ({@code #12}, {@code STORE 12}), or a department ({@code ACCOUNTS PAYABLE}). */
    private boolean markerAtEnd() {
        if (core.isEmpty()) {
            return false;
        }
        if (core.size() > 1 && (last().hash() || last().number())) {
            int numbered = numberedBeforeLast();
            if (last().hash() || numbered > 0) {
                cut(1 + numbered);
                return true;
            }
        }
        PhraseTrie<Boolean> department = tables.markersAtEnd().longest(core.size(), this::fromEnd);
        if (department != null && !department.value()) {
            cut(department.length());
            return true;
        }
        return false;
    }

    private int numberedBeforeLast() {
        int before = core.size() - 1;
        PhraseTrie<Boolean> found = tables.markersAtEnd().longest(before, i -> fromEnd(i + 1));
        return found != null && found.value() && found.length() < before ? found.length() : 0;
    }

    private void cut(int count) {
        List<NameToken> tail = core.subList(core.size() - count, core.size());
        StringBuilder text = new StringBuilder();
        tail.forEach(t -> text.append(text.isEmpty() ? "" : " ").append(t.text()));
        marker.insert(0, marker.isEmpty() ? text.toString() : text + " ");
        tail.clear();
    }

    /** "Ohio Valley Electric Corporation (OVEC)": the letters repeat what is already said. */
    private void dropAbbreviationInBrackets() {
        for (int i = core.size() - 1; i > 1; i--) {
            NameToken token = core.get(i);
            if (token.bracketed() && token.text().length() > 1 && spells(core.subList(0, i), token.text())) {
                core.remove(i);
            }
        }
        core.removeIf(t -> t.bracketed() && t.text().equals("THE"));
    }

    private static boolean spells(List<NameToken> words, String letters) {
        StringBuilder all = new StringBuilder();
        StringBuilder strong = new StringBuilder();
        for (NameToken word : words) {
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

    private NameToken last() {
        return core.get(core.size() - 1);
    }

    private String text(int index) {
        return core.get(index).text();
    }

    private String fromEnd(int index) {
        return text(core.size() - 1 - index);
    }
}
