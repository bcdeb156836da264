package dev.segmentation.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanerTest {

    @ParameterizedTest
    @CsvSource({
        "ГАЗПРОМ, GAZPROM",
        "РОМАШКА, ROMASHKA",
        "ЩУКИН, SHCHUKIN",
        "ЯНДЕКС, YANDEKS",
        "РОСНЕФТЬ, ROSNEFT",
        "ОБЪЕКТ, OBEKT",
        "ЕЛЕНА, ELENA",
        "АРТЁМ, ARTEM",
        "КИЇВ, KIIV",
        "ΑΘΗΝΑ, ATHINA",
        "ΔΕΗ, DEI",
        "ᲑᲐᲜᲙᲘ, BANKI",
        "ბანკი, BANKI",
        "ՀԱՅԱՍՏԱՆ, HAYASTAN",
        "חברת, HBRT",
        "شركة, SHRKT",
        "الكهرباء, ALKHRBA",
        "トヨタ, TOYOTA",
        "ソニー, SONI",
        "ひたち, HITACHI",
        "삼성전자, SAMSEONGJEONJA",
        "٣, 3"
    })
    void spellsWordsOfOtherScripts(String word, String latin) {
        assertThat(Cleaner.latin(word)).isEqualTo(latin);
    }

    @ParameterizedTest
    @CsvSource({"日立ハイテク, 日立HAITEKU", "X5ГРУПП, X5GRUPP", "3М, 3M", "ÉЛАН, ÉLAN", "АЪ, A"})
    void spellsOnlyTheRunsOfTheseScriptsInAMixedWord(String word, String latin) {
        assertThat(Cleaner.latin(word)).isEqualTo(latin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ACME", "CAFÉ", "Ə", "日立製作所", "ไทย", "हिन्दी", "Ъ", "ع", "ー", "\uD83C\uDF55"})
    void leavesOtherWordsAndThoseOfWhichNothingWouldRemain(String word) {
        assertThat(Cleaner.latin(word)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "Æ, AE", "Œ, OE", "Ø, O", "Ł, L", "Đ, D", "Ð, D", "Þ, TH", "ẞ, SS", "İ, I", "ı, I", "Ħ, H", "Ŧ, T", "Ŋ, N",
        "Ɓ, B", "ĸ, Q", "ŀ, L·", "é, E", "ǿ, O", "Ə, Ə", "’, ''''", "‘, ''''", "`, `", "–, –", "№, NO", "₽, ₽"
    })
    void cleaningWritesLatinLettersInAscii(String text, String clean) {
        assertThat(Cleaner.clean(text)).isEqualTo(clean);
    }

    @Test
    void manyThreadsSpellAlike() {
        assertThat(IntStream.range(0, 4_000).parallel().mapToObj(i -> Cleaner.latin(i % 2 == 0 ? "ЩУКИН" : "トヨタ")))
                .containsOnly("SHCHUKIN", "TOYOTA");
    }

    @Test
    void namesInAsciiAndAccentsNeedNoTransform() throws ReflectiveOperationException {
        Class<?> tables = new WithoutTransforms().loadClass(NameTables.class.getName());
        Class<?> parser = tables.getClassLoader().loadClass(NameParser.class.getName());
        Object names = tables.getConstructor(Path.class, Consumer.class)
                .newInstance(
                        Path.of("src/testkit/src/main/resources/golden/rules/names"), (Consumer<Object>) error -> {});
        Object parse = parser.getConstructor(tables).newInstance(names);

        for (String name : List.of("ACME & SONS, INC. C/O BOLT", "CAFÉ MÜLLER", "日立製作所")) {
            assertThat(parser.getMethod("parse", String.class).invoke(parse, name))
                    .isNotNull();
        }
    }

    /** Loads our classes anew and finds none of the transforms. */
    private static final class WithoutTransforms extends ClassLoader {
        WithoutTransforms() {
            super(CleanerTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.ibm.icu.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || !name.startsWith("dev.segmentation.")) {
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
