using CallRouting.Server.Offices;
using CallRouting.Server.Tests.Database;

namespace CallRouting.Server.Tests.Offices;

public sealed class RegistersCommandTests
{
    private readonly RegisterStore store = new();
    private StringWriter output = null!;
    private StringWriter errors = null!;
    private TestDatabase database = null!;
    private RegisterFolder folder = null!;
    private RegistersCommand command = null!;

    [SetUp]
    public async Task Open()
    {
        database = await TestDatabase.Migrated();
        folder = new RegisterFolder();
        output = new StringWriter { NewLine = "\n" };
        errors = new StringWriter { NewLine = "\n" };
        var clock = new FixedClock();
        var places = new PlacesInForce(store, database.Reads);
        command = new RegistersCommand(new RegisterRunner(store, database.Writes, places, clock), clock, output, errors);
    }

    [TearDown]
    public async Task Close()
    {
        folder.Dispose();
        await output.DisposeAsync();
        await errors.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Says_what_is_in_force_and_that_the_offices_are_example_data()
    {
        Assert.That(await command.Run(["load"]), Is.Zero);
        Assert.That(
            output.ToString(),
            Is.EqualTo(
                $"""
                The registers of {RegisterFiles.OwnFolder} are in force:
                    357 municipalities, 2 territories
                     37 city districts
                   5122 postcodes
                    255 offices (example data, may differ from Norg)
                Every place has an office.

                """
            )
        );
    }

    [Test]
    public async Task Says_that_nothing_changed()
    {
        await command.Run(["load", folder.Path]);
        Assert.That(await command.Run(["load", folder.Path]), Is.Zero);
        Assert.That(output.ToString(), Does.EndWith($"Unchanged: the registers of {folder.Path} are in force already.\n"));
    }

    [Test]
    public async Task Lists_the_faults_and_says_that_nothing_was_loaded()
    {
        var line = folder.Replace("postcodes.csv", "1481,", "1481,HAGAN,1507,2024-01-01,");
        Assert.That(await command.Run(["load", folder.Path]), Is.EqualTo(1));
        Assert.That(
            errors.ToString(),
            Is.EqualTo(
                $"postcodes.csv line {line}: municipality 1507 ended 2023-12-31; its successors are 1508 and 1580.\n"
                    + $"The registers of {folder.Path} were not loaded: 1 fault. What was in force still is.\n"
            )
        );
        Assert.That(output.ToString(), Is.Empty);
    }

    [Test]
    public async Task Lists_no_more_than_fifty_faults()
    {
        for (var i = 0; i < 60; i++)
        {
            folder.Append("offices.csv", $"{i},Nav {i},2024-01-01,");
        }
        await command.Run(["load", folder.Path]);
        Assert.That(errors.ToString().Split('\n').Count(line => line.StartsWith("offices.csv", StringComparison.Ordinal)), Is.EqualTo(50));
        Assert.That(errors.ToString(), Does.Contain("… and 10 more.").And.Contains("60 faults"));
    }

    [Test]
    public async Task Names_the_places_that_nobody_serves()
    {
        folder.Replace("office_areas.csv", "3232,", "");
        folder.Replace("office_areas.csv", "030101,", "");
        Assert.That(await command.Run(["load", folder.Path]), Is.Zero);
        Assert.That(
            output.ToString(),
            Does.Contain("Nobody serves: Gamle Oslo (030101), Nittedal (3232). Their callers go to the contact centre.")
        );
    }

    [TestCase("")]
    [TestCase("unload")]
    [TestCase("load a b")]
    public async Task Tells_how_it_is_used(string typed)
    {
        Assert.That(await command.Run(typed.Split(' ')), Is.EqualTo(2));
        Assert.That(errors.ToString(), Does.StartWith("registers load [FOLDER]"));
    }

    [Test]
    public async Task Names_a_folder_that_does_not_exist()
    {
        Assert.That(await command.Run(["load", folder.Of("nowhere")]), Is.EqualTo(2));
        Assert.That(errors.ToString(), Is.EqualTo($"There is no folder {folder.Of("nowhere")}.\n"));
    }
}
