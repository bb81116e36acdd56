using CallRouting.Core.Calls;
using CallRouting.Core.Offices;
using CallRouting.Server.Offices;
using CallRouting.Server.Tests.Database;
using NodaTime;

namespace CallRouting.Server.Tests.Offices;

public sealed class RegisterStoreTests
{
    private static readonly LocalDate Today = new(2026, 11, 18);

    private readonly RegisterStore store = new();
    private TestDatabase database = null!;
    private PlacesInForce places = null!;
    private RegisterRunner runner = null!;
    private RegisterFolder folder = null!;

    [SetUp]
    public async Task Open()
    {
        database = await TestDatabase.Migrated();
        places = new PlacesInForce(store, database.Reads);
        runner = new RegisterRunner(store, database.Writes, places, new FixedClock());
        folder = new RegisterFolder();
    }

    [TearDown]
    public async Task Close()
    {
        folder.Dispose();
        await database.DisposeAsync();
    }

    [Test]
    public async Task What_was_loaded_is_read_again_to_the_last_row()
    {
        var load = await runner.Load(folder.Path);
        var read = await database.Reads.Ask(store.Read);
        Assert.That(load.Outcome, Is.EqualTo(LoadOutcome.Loaded));
        Assert.That(Rows(read), Is.EqualTo(Rows(load.Reading.Registers)));
    }

    [Test]
    public async Task After_a_load_the_places_are_in_force()
    {
        Assert.That(places.AnyRegisters, Is.False);
        await runner.Load(folder.Path);
        Assert.That(places.AnyRegisters, Is.True);
        Assert.That(places.Places.AtPostcode("1481", Today)?.Name, Is.EqualTo("Nittedal"));
    }

    [Test]
    public async Task The_same_files_again_change_nothing()
    {
        await runner.Load(folder.Path);
        var inForce = places.Places;
        Assert.That((await runner.Load(folder.Path)).Outcome, Is.EqualTo(LoadOutcome.Unchanged));
        Assert.That(places.Places, Is.SameAs(inForce));
    }

    [Test]
    public async Task Newer_files_replace_the_old_ones_whole()
    {
        await runner.Load(folder.Path);
        folder.Replace("postcodes.csv", "1481,", "1499,NYTT,3232,2024-01-01,");
        Assert.That((await runner.Load(folder.Path)).Outcome, Is.EqualTo(LoadOutcome.Loaded));
        Assert.That(places.Places.AtPostcode("1481", Today), Is.Null);
        Assert.That(places.Places.AtPostcode("1499", Today)?.Name, Is.EqualTo("Nittedal"));
        Assert.That(places.Places.Registers.Postcodes, Has.Count.EqualTo(5122));
    }

    [Test]
    public async Task Files_with_a_fault_leave_everything_as_it_was()
    {
        await runner.Load(folder.Path);
        folder.Replace("areas.csv", "3232,", "3232,municipality,Ny Nittedal,3232,32,Akershus,2024-01-01,");
        folder.Replace("offices.csv", "0233,", "0233,,2024-01-01,");
        var load = await runner.Load(folder.Path);
        Assert.That((load.Outcome, load.Reading.Faults.Count), Is.EqualTo((LoadOutcome.Refused, 1)));
        Assert.That(places.Places.Numbered("3232", Today)?.Name, Is.EqualTo("Nittedal"));
        Assert.That((await database.Reads.Ask(store.Read)).Areas.Any(area => area.Name == "Ny Nittedal"), Is.False);
    }

    [Test]
    public async Task A_replacement_that_breaks_half_way_leaves_everything_as_it_was()
    {
        await runner.Load(folder.Path);
        await database.Writes.Commit(unit => unit.Execute("drop table register_files"));
        await database.Writes.Commit(unit =>
            unit.Execute(
                "create table register_files (name varchar(40) primary key, sha256 varchar(64), loaded_at bigint check (loaded_at < 0))"
            )
        );
        folder.Replace("areas.csv", "3232,", "3232,municipality,Ny Nittedal,3232,32,Akershus,2024-01-01,");
        Assert.That(() => runner.Load(folder.Path), Throws.InstanceOf<System.Data.Common.DbException>());
        var read = await database.Reads.Ask(store.Read);
        Assert.That(read.Areas.Single(area => area.Code == "3232").Name, Is.EqualTo("Nittedal"));
    }

    [Test]
    public async Task Another_process_sees_the_newer_registers_when_it_looks()
    {
        var other = new PlacesInForce(store, database.Reads);
        Assert.That(await other.Refresh(), Is.False, "nothing was loaded yet");
        await runner.Load(folder.Path);
        Assert.That(await other.Refresh(), Is.True);
        Assert.That(await other.Refresh(), Is.False, "nothing changed since");
        Assert.That(other.Places.OfficeOf("3232", Today)?.Name, Is.EqualTo("Nav Nittedal"));
    }

    private static List<string> Rows(Registers registers) =>
        [
            .. (
                (IEnumerable<IEnumerable<object>>)
                    [
                        registers.Areas,
                        registers.ParallelNames,
                        registers.Changes,
                        registers.Postcodes,
                        registers.Offices,
                        registers.OfficeAreas,
                    ]
            )
                .SelectMany(rows => rows)
                .Select(row => row.ToString()!)
                .Order(StringComparer.Ordinal),
        ];
}
