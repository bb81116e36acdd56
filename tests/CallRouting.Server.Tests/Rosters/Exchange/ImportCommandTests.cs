using CallRouting.Server.Rosters.Exchange;
using CallRouting.Server.Tests.Calls;

namespace CallRouting.Server.Tests.Rosters.Exchange;

/// <summary>An operator takes in many offices' rosters at once. It is Wednesday 18 November 2026, 10:00.</summary>
public sealed class ImportCommandTests
{
    private const string Moss = "dato;fra;til;vakthavende\n2027-01-04;09:00;15:00;Moss Primary\n";
    private const string Nittedal = "dato;fra;til;vakthavende\n2027-01-04;09:00;15:00;Backup\n";

    private RunningServer server = null!;
    private StringWriter output = null!;
    private string folder = null!;

    [SetUp]
    public async Task Start()
    {
        server = await RunningServer.Start();
        output = new StringWriter { NewLine = "\n" };
        folder = Directory.CreateDirectory(Path.Combine(server.Folder, "rosters")).FullName;
    }

    [TearDown]
    public async Task Stop()
    {
        await output.DisposeAsync();
        await server.DisposeAsync();
    }

    [Test]
    public async Task A_folder_of_files_is_published_at_once()
    {
        Write("0104.csv", Moss);
        Write("0233-general.csv", Nittedal);
        Write("notes.txt", "not a roster");

        Assert.That(await Run(folder, "--publish", "2027-01-04", "2027-01-04"), Is.Zero);
        Assert.That(Said, Is.EqualTo("2 lines have a draft of 2 duties. Published for 2027-01-04 to 2027-01-04: 2."));
        Assert.That(
            await server.Rows<string>("select line_id || ' ' || published_by from roster_versions order by line_id"),
            Is.EqualTo(new[] { "0104-general administrator", "0233-general administrator" })
        );
        Assert.That(await Drafts, Is.Empty, "what is published is no draft any more");
    }

    [Test]
    public async Task One_file_may_name_its_lines_row_by_row()
    {
        Write(
            "all.csv",
            "linje;dato;fra;til;vakthavende\n0104;2027-01-04;09:00;15:00;0104-1\n0233-general;2027-01-04;09:00;15:00;Backup\n"
        );

        Assert.That(await Run(Path.Combine(folder, "all.csv")), Is.Zero);
        Assert.That(await Drafts, Is.EqualTo(new[] { "0104-general", "0233-general" }));
    }

    [Test]
    public async Task A_row_may_not_put_another_offices_officer_on_duty()
    {
        Write("all.csv", "linje;dato;fra;til;vakthavende\n0104;2027-01-04;09:00;15:00;0233-1\n");

        Assert.That(await Run(folder), Is.EqualTo(1));
        Assert.That(Said, Does.StartWith("all.csv line 2, vakthavende \"0233-1\": Line 0104-general has nobody of this id."));
    }

    [Test]
    public async Task One_bad_row_and_nothing_is_taken_unless_the_good_ones_are_asked_for()
    {
        Write("0104.csv", Moss);
        Write("0233.csv", Nittedal + "2027-01-05;09:00;15:00;Moss Primary\n");
        Write("0999.csv", Nittedal);

        Assert.That(await Run(folder), Is.EqualTo(1));
        Assert.That(
            Said.Split('\n'),
            Has.Some.StartsWith(
                    "0233.csv line 3, vakthavende \"Moss Primary\": The line has nobody of this name or id. Allowed: Primary (0233-1)"
                )
                .And.Some.StartsWith("0999.csv line 2, linje \"\": There is no such duty line.")
                .And.Some.EqualTo("Nothing was imported.")
        );
        Assert.That(await Drafts, Is.Empty);

        Assert.That(await Run(folder, "--partly"), Is.Zero);
        Assert.That(await Drafts, Is.EqualTo(new[] { "0104-general", "0233-general" }));
    }

    [Test]
    public async Task One_gap_and_nothing_is_published_unless_it_is_answered_for()
    {
        Write("0104.csv", Moss);
        Write("0233.csv", Nittedal);
        string[] publish = [folder, "--publish", "2027-01-04", "2027-01-05"];

        Assert.That(await Run(publish), Is.EqualTo(1));
        Assert.That(
            Said,
            Does.StartWith("0104-general was not published. Nobody answers from 2027-01-05T08:00:00Z").And.EndWith("Nothing was imported.")
        );
        Assert.That(await Drafts, Is.Empty);

        Assert.That(await Run([.. publish, "--accept-gaps", "Nav Moss svarer"]), Is.Zero);
        Assert.That(await server.Rows<string>("select accepted_gaps from roster_versions"), Has.Exactly(2).Contains("Nav Moss svarer"));
    }

    [TestCase("")]
    [TestCase("--partly")]
    [TestCase("FOLDER --publish 2027-01-05 2027-01-04")]
    [TestCase("FOLDER --publish soon later")]
    [TestCase("FOLDER --accept-gaps why")]
    [TestCase("/nowhere")]
    [TestCase("FOLDER")]
    public async Task A_command_that_is_none_is_told_what_is_allowed(string args)
    {
        Assert.That(
            await Run(args.Replace("FOLDER", folder, StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            Is.EqualTo(2)
        );
        Assert.That(Said, Does.StartWith("roster import FOLDER|FILE").Or.StartWith("There is no file"));
        Assert.That(await Drafts, Is.Empty);
    }

    private string Said => output.ToString().Trim();

    private Task<IReadOnlyList<string>> Drafts => server.Rows<string>("select line_id from roster_drafts order by line_id");

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    private Task<int> Run(params string[] args)
    {
        output.GetStringBuilder().Clear();
        return new ImportCommand(server.Get<ImportRunner>(), output).Run(args);
    }
}
