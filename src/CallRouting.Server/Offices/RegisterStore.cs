using System.Diagnostics.CodeAnalysis;
using CallRouting.Core.Offices;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Offices;

/// <summary>The registers that are in force, and the fingerprints of the files that they came from.</summary>
public sealed class RegisterStore
{
    private const string InsertFile = "insert into register_files (name, sha256, loaded_at) values (@Name, @Sha256, @now)";

    /// <summary>Which files are in force; none before the first load.</summary>
    public Task<IReadOnlyList<RegisterFile>> Files(UnitOfWork unit) =>
        unit.Query<RegisterFile>("select name, sha256 from register_files order by name");

    /// <summary>Puts new registers in the place of the old, whole.</summary>
    public async Task Replace(RegisterReading reading, Instant now, UnitOfWork unit)
    {
        await ReplaceAreas(reading.Registers.Areas, unit);
        await ReplaceParallelNames(reading.Registers.ParallelNames, unit);
        await ReplaceChanges(reading.Registers.Changes, unit);
        await ReplacePostcodes(reading.Registers.Postcodes, unit);
        await ReplaceOffices(reading.Registers.Offices, unit);
        await ReplaceOfficeAreas(reading.Registers.OfficeAreas, unit);
        await unit.Execute("delete from register_files");
        await unit.Execute(
            InsertFile,
            reading.Files.Select(file => new
            {
                file.Name,
                file.Sha256,
                now,
            })
        );
    }

    public async Task<Registers> Read(UnitOfWork unit) =>
        new()
        {
            Areas = await Rows(unit, "select * from areas order by code, valid_from", (AreaRow row) => row.ToArea()),
            ParallelNames = await Rows(
                unit,
                "select * from parallel_names order by area_code, position",
                (ParallelNameRow row) => row.ToParallelName()
            ),
            Changes = await Rows(
                unit,
                "select * from municipality_changes order by changed_on, old_number, new_number",
                (ChangeRow row) => row.ToChange()
            ),
            Postcodes = await Rows(unit, "select * from postcodes order by code, valid_from", (PostcodeRow row) => row.ToPostcode()),
            Offices = await Rows(unit, "select * from offices order by unit_number, valid_from", (OfficeRow row) => row.ToOffice()),
            OfficeAreas = await Rows(
                unit,
                "select * from office_areas order by area_code, unit_number, valid_from",
                (OfficeAreaRow row) => row.ToOfficeArea()
            ),
        };

    private static async Task<IReadOnlyList<T>> Rows<TRow, T>(UnitOfWork unit, [ConstantExpected] string sql, Func<TRow, T> read) =>
        [.. (await unit.Query<TRow>(sql)).Select(read)];

    private const string InsertArea = """
        insert into areas (code, kind, name, municipality_number, county_number, county_name, valid_from, valid_to)
        values (@Code, @Kind, @Name, @MunicipalityNumber, @CountyNumber, @CountyName, @ValidFrom, @ValidTo)
        """;

    private static async Task ReplaceAreas(IReadOnlyList<Area> areas, UnitOfWork unit)
    {
        await unit.Execute("delete from areas");
        await unit.Execute(InsertArea, areas.Select(AreaRow.Of));
    }

    private const string InsertParallelName =
        "insert into parallel_names (area_code, position, language, name) values (@AreaCode, @Position, @Language, @Name)";

    private static async Task ReplaceParallelNames(IReadOnlyList<ParallelName> names, UnitOfWork unit)
    {
        await unit.Execute("delete from parallel_names");
        await unit.Execute(InsertParallelName, names);
    }

    private const string InsertChange =
        "insert into municipality_changes (old_number, new_number, changed_on, kind) values (@OldNumber, @NewNumber, @ChangedOn, @Kind)";

    private static async Task ReplaceChanges(IReadOnlyList<MunicipalityChange> changes, UnitOfWork unit)
    {
        await unit.Execute("delete from municipality_changes");
        await unit.Execute(InsertChange, changes.Select(ChangeRow.Of));
    }

    private const string InsertPostcode = """
        insert into postcodes (code, postal_place, area_code, valid_from, valid_to)
        values (@Code, @PostalPlace, @AreaCode, @ValidFrom, @ValidTo)
        """;

    private static async Task ReplacePostcodes(IReadOnlyList<Postcode> postcodes, UnitOfWork unit)
    {
        await unit.Execute("delete from postcodes");
        await unit.Execute(InsertPostcode, postcodes.Select(PostcodeRow.Of));
    }

    private const string InsertOffice =
        "insert into offices (unit_number, name, valid_from, valid_to) values (@UnitNumber, @Name, @ValidFrom, @ValidTo)";

    private static async Task ReplaceOffices(IReadOnlyList<RegisteredOffice> offices, UnitOfWork unit)
    {
        await unit.Execute("delete from offices");
        await unit.Execute(InsertOffice, offices.Select(OfficeRow.Of));
    }

    private const string InsertOfficeArea = """
        insert into office_areas (area_code, unit_number, confidence, valid_from, valid_to)
        values (@AreaCode, @UnitNumber, @Confidence, @ValidFrom, @ValidTo)
        """;

    private static async Task ReplaceOfficeAreas(IReadOnlyList<OfficeArea> officeAreas, UnitOfWork unit)
    {
        await unit.Execute("delete from office_areas");
        await unit.Execute(InsertOfficeArea, officeAreas.Select(OfficeAreaRow.Of));
    }
}
