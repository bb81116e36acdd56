using CallRouting.Core.Offices;

namespace CallRouting.Server.Offices;

/// <summary>The six files of a registers folder, as they were read. The README beside the files describes every column.</summary>
internal sealed record RegisterTables(
    RegisterTable<Area> Areas,
    RegisterTable<ParallelName> ParallelNames,
    RegisterTable<MunicipalityChange> Changes,
    RegisterTable<Postcode> Postcodes,
    RegisterTable<RegisteredOffice> Offices,
    RegisterTable<OfficeArea> OfficeAreas
)
{
    public const string AreasFile = "areas.csv";
    public const string ParallelNamesFile = "parallel_names.csv";
    public const string ChangesFile = "municipality_changes.csv";
    public const string PostcodesFile = "postcodes.csv";
    public const string OfficesFile = "offices.csv";
    public const string OfficeAreasFile = "office_areas.csv";

    public static string[] Files { get; } = [AreasFile, ParallelNamesFile, ChangesFile, PostcodesFile, OfficesFile, OfficeAreasFile];

    public static RegisterTables Read(IReadOnlyDictionary<string, byte[]> files) =>
        new(
            Table(files, AreasFile, "code,kind,name,municipality_number,county_number,county_name,valid_from,valid_to", AreaOf),
            Table(files, ParallelNamesFile, "area_code,position,language,name", ParallelNameOf),
            Table(files, ChangesFile, "old_number,new_number,date,kind", ChangeOf),
            Table(files, PostcodesFile, "postcode,postal_place,area_code,valid_from,valid_to", PostcodeOf),
            Table(files, OfficesFile, "unit_number,name,valid_from,valid_to", OfficeOf),
            Table(files, OfficeAreasFile, "area_code,unit_number,confidence,valid_from,valid_to", OfficeAreaOf)
        );

    public IEnumerable<RegisterFault> Faults =>
        [.. Areas.Faults, .. ParallelNames.Faults, .. Changes.Faults, .. Postcodes.Faults, .. Offices.Faults, .. OfficeAreas.Faults];

    public Registers ToRegisters() =>
        new()
        {
            Areas = Areas.Rows,
            ParallelNames = ParallelNames.Rows,
            Changes = Changes.Rows,
            Postcodes = Postcodes.Rows,
            Offices = Offices.Rows,
            OfficeAreas = OfficeAreas.Rows,
        };

    private static RegisterTable<T> Table<T>(
        IReadOnlyDictionary<string, byte[]> files,
        string file,
        string columns,
        Func<RegisterRow, T> parse
    ) =>
        files.TryGetValue(file, out var bytes)
            ? RegisterTable.Read(file, bytes, columns.Split(','), parse)
            : RegisterTable.Broken<T>(file, line: 0, "the file is missing.");

    private static Area AreaOf(RegisterRow row)
    {
        var kind = row.Word<AreaKind>("kind");
        return new(
            row.Digits("code", kind == AreaKind.District ? 6 : 4),
            kind,
            row.Text("name"),
            row.Digits("municipality_number", 4),
            row.Digits("county_number", 2),
            row.Text("county_name"),
            row.Valid()
        );
    }

    private static ParallelName ParallelNameOf(RegisterRow row) =>
        new(row.Digits("area_code", 4), row.Position("position"), row.Text("language"), row.Text("name"));

    private static MunicipalityChange ChangeOf(RegisterRow row) =>
        new(row.Digits("old_number", 4), row.Digits("new_number", 4), row.Date("date"), row.Word<ChangeKind>("kind"));

    private static Postcode PostcodeOf(RegisterRow row) =>
        new(row.Digits("postcode", 4), row.Text("postal_place"), row.Digits("area_code", 4), row.Valid());

    private static RegisteredOffice OfficeOf(RegisterRow row) =>
        new(new UnitNumber(row.Digits("unit_number", 4)), row.Text("name"), row.Valid());

    private static OfficeArea OfficeAreaOf(RegisterRow row) =>
        new(row.Digits("area_code", 4, 6), new UnitNumber(row.Digits("unit_number", 4)), row.Word<Confidence>("confidence"), row.Valid());
}
