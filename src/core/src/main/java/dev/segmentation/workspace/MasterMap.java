package dev.segmentation.workspace;

import dev.segmentation.customer.Customer;
import dev.segmentation.customer.MasterCustomer;
import dev.segmentation.dedupe.DedupeResult;
import dev.segmentation.table.CsvProfile;
import dev.segmentation.table.Row;
import dev.segmentation.table.RowError;
import dev.segmentation.table.TableException;
import dev.segmentation.table.TableReader;
import dev.segmentation.table.TableSpec;
import dev.segmentation.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The map from customer keys to masters, made by the dedupe or read from {@code CustomerMasterMap.csv}. */
public final class MasterMap {
    public static final String FILE = "CustomerMasterMap.csv";

    private static final List<String> COLUMNS = List.of(
            "Customer Key",
            "Customer Number",
            "Original Name",
            "Master Customer Name",
            "Master Customer Name Canonical",
            "Segment Source Name",
            "IsMerge",
            "MergeGroupSize",
            "Source",
            "Last Billing Date (Any Stream)",
            "Master Id");

    private final List<MasterCustomer> masters;
    private final List<MappedCustomer> customers;
    private final int[] places;
    private int[] ranking;

    public MasterMap(List<MasterCustomer> masters, List<MappedCustomer> customers) {
        this.masters = masters;
        this.customers = customers;
        this.places = places(masters, customers);
    }

    /** Whether a run left a map in the output folder of these settings. */
    public static boolean exists(RunSettings settings) {
        return Files.exists(settings.output().resolve(FILE));
    }

    /** Each master is the very object; a record of all its members is slow to compare. */
    private static int[] places(List<MasterCustomer> masters, List<MappedCustomer> customers) {
        Map<MasterCustomer, Integer> byMaster = new IdentityHashMap<>(2 * masters.size());
        masters.forEach(master -> byMaster.put(master, byMaster.size()));
        return customers.stream()
                .mapToInt(customer -> byMaster.get(customer.master()))
                .toArray();
    }

    public static MasterMap of(DedupeResult result) {
        return new MasterMap(
                result.masters(),
                result.entries().stream()
                        .map(e -> new MappedCustomer(
                                e.customer(),
                                e.master(),
                                e.segmentSource(),
                                e.evidence().key()))
                        .toList());
    }

    /** The masters, in order of their canonical names. */
    public List<MasterCustomer> masters() {
        return masters;
    }

    /** The customers, in order of their keys. */
    public List<MappedCustomer> customers() {
        return customers;
    }

    /** The place of a customer's master among the masters. */
    public int masterOf(int customer) {
        return places[customer];
    }

    /** Customers by master, in the order of the masters. */
    public List<List<MappedCustomer>> byMaster() {
        List<List<MappedCustomer>> byMaster = new ArrayList<>(masters.size());
        masters.forEach(master -> byMaster.add(new ArrayList<>(master.members().size())));
        for (int i = 0; i < places.length; i++) {
            byMaster.get(places[i]).add(customers.get(i));
        }
        return byMaster;
    }

    /**
     * The places of all masters in the order in which people should look at them, whatever is decided about them: those with
     * many keys first, then those that were billed lately. Made when somebody first asks for it.
     */
    public synchronized int[] ranking() {
        if (ranking == null) {
            String[] latest =
                    masters.stream().map(MasterCustomer::latestBilling).toArray(String[]::new);
            ranking = IntStream.range(0, masters.size())
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer place) ->
                                    -masters.get(place).members().size())
                            .thenComparing(place -> latest[place], Comparator.reverseOrder())
                            .thenComparing(place -> masters.get(place).canonical()))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return ranking.clone();
    }

    public void write(Path file, CsvProfile profile) throws IOException {
        try (TableWriter table = new TableWriter(file, profile, COLUMNS)) {
            for (MappedCustomer mapped : customers) {
                Customer customer = mapped.customer();
                MasterCustomer master = mapped.master();
                table.row(
                        customer.key(),
                        customer.number(),
                        customer.name(),
                        master.name(),
                        master.canonical(),
                        mapped.segmentSource(),
                        TableWriter.bool(master.merged()),
                        Integer.toString(master.members().size()),
                        customer.source(),
                        customer.lastBilling(),
                        master.id());
            }
        }
    }

    /** Reads the map of the last run; it is our own file, so any bad row refuses it whole. */
    public static MasterMap read(Path file, Consumer<String> notes) {
        Map<String, List<Row>> byId = new LinkedHashMap<>();
        List<RowError> errors = new ArrayList<>();
        TableReader.readOwn(
                file,
                new TableSpec(COLUMNS, List.of()),
                row -> byId.computeIfAbsent(row.get("Master Id"), id -> new ArrayList<>())
                        .add(row),
                errors::add,
                notes);
        if (!errors.isEmpty()) {
            throw new TableException(errors.get(0) + " Run `dedupe` to make this file anew.");
        }
        List<MasterCustomer> masters = new ArrayList<>();
        List<MappedCustomer> customers = new ArrayList<>();
        byId.forEach((id, rows) -> {
            Row first = rows.get(0);
            rows.sort(Comparator.comparing(row -> row.get("Customer Key")));
            List<Customer> members = rows.stream().map(MasterMap::customer).toList();
            MasterCustomer master = new MasterCustomer(
                    id, first.get("Master Customer Name Canonical"), first.get("Master Customer Name"), members);
            masters.add(master);
            for (int i = 0; i < rows.size(); i++) {
                String source = rows.get(i).get("Segment Source Name");
                customers.add(new MappedCustomer(members.get(i), master, source, null));
            }
        });
        masters.sort(Comparator.comparing(MasterCustomer::canonical));
        customers.sort(Comparator.comparing(mapped -> mapped.customer().key()));
        return new MasterMap(masters, customers);
    }

    private static Customer customer(Row row) {
        return new Customer(
                row.get("Customer Key"),
                row.get("Customer Number"),
                row.get("Original Name"),
                row.get("Source"),
                row.get("Last Billing Date (Any Stream)"));
    }
}
