package dev.segmentation.rest.http;

import dev.segmentation.decision.DecisionPatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** How the document describes a {@link DecisionPatch}: as a whole decision, as one of a named master, and as a change of one. */
final class DecisionSchemas {
    private DecisionSchemas() {}

    /** These schemas with those of decisions among them, by name. */
    static Map<String, Schema> among(Map<String, Schema> others) {
        Map<String, Schema> byName = new TreeMap<>(others == null ? Map.of() : others);
        byName.put("DecisionWords", whole());
        byName.put("DecisionOfMaster", ofMaster());
        byName.put("DecisionPart", part());
        return new LinkedHashMap<>(byName);
    }

    /** A decision about the master that the address names. */
    private static Schema whole() {
        return fields(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT), "IndustrialGroup")
                .required(List.of("group"));
    }

    /** A decision that names its master. */
    private static Schema ofMaster() {
        Schema master = OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .maxLength(Forms.WORD)
                .description("Id of the master.");
        return fields(
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.OBJECT)
                                .addProperty("master", master),
                        "IndustrialGroup")
                .required(List.of("master", "group"));
    }

    /** A change of a decision, all of which may be left out. */
    private static Schema part() {
        return fields(OASFactory.createSchema().addType(Schema.SchemaType.OBJECT), "GroupOrNone");
    }

    private static Schema fields(Schema schema, String group) {
        return schema.addProperty("group", ref(group))
                .addProperty("detail", text(DecisionPatch.DETAIL, Forms.LINE).addExample("Roofing"))
                .addProperty("naics", text(Forms.WORD, Forms.NAICS).addExample("238160"))
                .addProperty("supportCategory", ref("SupportCategory"))
                .addProperty(
                        "website",
                        text(DecisionPatch.WEBSITE, Forms.WEBSITE)
                                .addExample("example.com")
                                .description("A host, or the address of a page of it; the bare host is kept."))
                .addProperty("status", ref("DecisionStatus"))
                .addProperty("reason", text(DecisionPatch.REASON, Forms.LINE));
    }

    private static Schema ref(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private static Schema text(int longest, String pattern) {
        return OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .addType(Schema.SchemaType.NULL)
                .maxLength(longest)
                .pattern(pattern);
    }
}
