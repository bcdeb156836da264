package dev.segmentation.suggest.network;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes text of the bytes of a body, in the encoding that it says, or else that it looks like. */
final class BodyText {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([\\w.:-]{1,40})");
    private static final Pattern MARKUP = Pattern.compile("(?i)^\\s*$|html|xml");
    private static final int HEAD = 2048;
    private static final int LONGEST_CHARACTER = 4;

    /** The encoding that browsers assume where none is named. */
    private static final Charset OLD_WEB = Charset.forName("windows-1252");

    private BodyText() {}

    /** The text; a byte-order mark counts first, then the heading, then what the page says of itself. */
    static String of(byte[] bytes, boolean cut, String contentType) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        Optional<Charset> said = named(contentType);
        if (said.isEmpty() && MARKUP.matcher(contentType).find()) {
            int head = Math.min(HEAD, bytes.length);
            said = named(new String(bytes, 0, head, StandardCharsets.ISO_8859_1));
        }
        return said.isPresent() ? new String(bytes, said.get()) : guessed(bytes, cut ? LONGEST_CHARACTER - 1 : 0);
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> named(String text) {
        Matcher matcher = CHARSET.matcher(text);
        try {
            return matcher.find() ? Optional.of(Charset.forName(matcher.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A body that was cut off may end within a character, which does not make it another encoding. */
    private static String guessed(byte[] bytes, int loose) {
        for (int cut = 0; cut <= loose && cut <= bytes.length; cut++) {
            try {
                ByteBuffer whole = ByteBuffer.wrap(bytes, 0, bytes.length - cut);
                return StandardCharsets.UTF_8.newDecoder().decode(whole).toString();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        return new String(bytes, OLD_WEB);
    }
}
