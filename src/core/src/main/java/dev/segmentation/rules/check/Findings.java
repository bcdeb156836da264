package dev.segmentation.rules.check;

import dev.segmentation.rules.table.Finding;
import dev.segmentation.rules.table.Phrase;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers what the checks of a rules folder find. What two readers of one table report alike stands in it once. */
final class Findings {
    /** What is wrong with a code that the list of a rules folder lacks. */
    static final String UNKNOWN_NAICS = "not in the list of NAICS 2022";

    private final Set<Finding> all = new LinkedHashSet<>();

    void add(Finding.Level level, RowError error) {
        all.add(Finding.of(level, error));
    }

    void error(RowError error) {
        add(Finding.Level.ERROR, error);
    }

    void warning(RowError remark) {
        add(Finding.Level.WARNING, remark);
    }

    void error(Row row, String check, String column, String problem, String advice) {
        error(row.error(check, column, problem, advice));
    }

    void warning(Row row, String check, String column, String problem, String advice) {
        warning(row.error(check, column, problem, advice));
    }

    void error(Phrase term, String check, String column, String value, String problem, String advice) {
        error(new RowError(term.file(), term.line(), column, value, problem, advice, check));
    }

    void warning(Phrase term, String check, String column, String value, String problem, String advice) {
        warning(new RowError(term.file(), term.line(), column, value, problem, advice, check));
    }

    /** About a file or a folder as a whole. */
    void warning(String file, String check, String problem, String advice) {
        warning(new RowError(file, 0, "", "", problem, advice, check));
    }

    /** About a line of a rule file. */
    void error(String file, long line, String check, String problem, String advice) {
        all.add(Finding.error(check, file, line, problem, advice));
    }

    void addAll(Collection<Finding> findings) {
        all.addAll(findings);
    }

    /** In a form that can be kept. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(all.size());
            for (Finding finding : all) {
                out.writeByte(finding.level().ordinal());
                out.writeLong(finding.row());
                for (String text : List.of(
                        finding.check(),
                        finding.file(),
                        finding.sheet(),
                        finding.column(),
                        finding.value(),
                        finding.problem(),
                        finding.advice())) {
                    out.writeUTF(text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What {@link #bytes} was made from. */
    static List<Finding> of(byte[] bytes) {
        List<Finding> findings = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                Finding.Level level = Finding.Level.values()[in.readByte()];
                long row = in.readLong();
                findings.add(new Finding(
                        level,
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        row,
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF(),
                        in.readUTF()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return findings;
    }

    Collection<Finding> all() {
        return all;
    }

    static String place(Phrase term) {
        return term.id() + " (" + term.place() + ")";
    }
}
