using System.Text;
using CallRouting.Scenarios;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Tests.Database.TransactSql;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Calls;

/// <summary>A call to social services is sensitive in itself: the caller's number is nowhere that a person or a copy of a disk can read it.</summary>
public sealed class PrivacyTests
{
    // As the network told it, and another that the caller keyed in; without the country, so that every way of writing is found.
    private const string Digits = "16000001";
    private const string Entered = "16000009";

    private readonly List<Document> heard = [];
    private RunningServer server = null!;

    [OneTimeSetUp]
    public async Task A_whole_call_with_everything_logged()
    {
        server = await RunningServer.Start(("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"));
        await Accepted();
        await Unanswered();
        await server.Write(unit => unit.Execute("alter table legs rename to gone"));
        await TestCall.Inbound(server);
        await server.Write(unit => unit.Execute("alter table gone rename to legs"));
    }

    [OneTimeTearDown]
    public async Task Stop() => await server.DisposeAsync();

    [Test]
    public void The_call_came_as_far_as_it_should()
    {
        Assert.That(server.Log.All.Count(), Is.GreaterThan(200), "otherwise nothing was proven");
        Assert.That(
            heard.Select(document => document.Words),
            Has.Some.Contains("1 6 0").Or.Some.Contains("16 00"),
            "the caller heard the digits that were keyed in"
        );
    }

    [Test]
    public void No_log_line_has_it() => Assert.That(server.Log.All.Where(HasNumber), Is.Empty);

    [Test]
    public void No_address_that_we_give_the_provider_has_it() =>
        Assert.That(
            heard
                .SelectMany(document => document.Urls)
                .Concat(server.Asked.All.SelectMany(asked => asked.Form.Where(IsAddress).Append(asked.Path)))
                .Where(HasNumber),
            Is.Empty
        );

    [Test]
    public async Task No_row_of_any_table_has_it_as_text()
    {
        foreach (var table in Schema.Ours.Tables.Keys)
        {
            var rows = await server.Rows<dynamic>($"select * from {table}");
            var texts = rows.SelectMany(row => ((IDictionary<string, object>)row).Values).OfType<string>();
            Assert.That(texts.Where(HasNumber), Is.Empty, table);
        }
    }

    [Test]
    public void No_byte_of_the_database_files_spells_it()
    {
        foreach (var file in Directory.GetFiles(server.Folder))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            foreach (var number in new[] { Digits, Entered })
            {
                Assert.That(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(number)), Is.Negative, file);
                Assert.That(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(number)), Is.Negative, file);
            }
        }
    }

    [TestCase("calls")]
    [TestCase("callbacks")]
    [TestCase("flags")]
    [TestCase("queue")]
    public async Task No_list_has_it(string list)
    {
        using var api = server.Api("administrator");
        Assert.That(
            await api.GetStringAsync(new Uri($"/api/{list}", UriKind.Relative)),
            Does.Not.Contain(Digits).And.Not.Contain(Entered).And.Not.Contain("caller\":")
        );
    }

    [Test]
    public async Task No_calls_story_has_it()
    {
        foreach (var call in await server.Get<List<CallAnswer>>("agent", "calls"))
        {
            using var api = server.Api("agent");
            Assert.That(HasNumber(await api.GetStringAsync(new Uri($"/api/calls/{call.Id}", UriKind.Relative))), Is.False);
        }
    }

    [Test]
    public async Task Revealing_one_gives_it_and_notes_who_saw_it()
    {
        var callback = await server.Value<string>("select id from callbacks order by created_at desc");
        using var api = server.Api("lead:0233-3");
        using var answer = await api.PostAsync(new Uri($"/api/callbacks/{callback}/reveal", UriKind.Relative), null);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("160 00 009").Or.Contain("16 00 00 09"));
        var note = (await server.Rows<string>("select body from timeline where kind = 'number revealed'")).Single();
        Assert.That(note, Does.Contain("\"Lead\"").And.Not.Contain("160 00"));
    }

    private async Task Accepted()
    {
        var caller = Listened(await TestCall.InboundToLadder(server));
        await server.Act();
        var officer = Listened(await TestCall.Answered(server, server.Asked.Dials[0]));
        await officer.Presses("1");
        await officer.InRoom(Listened(officer).Now.Room!, "participant-join");
        await server.Act();
        await caller.StaysSilent();
        await Listened(caller).InRoom(officer.Now.Room!, "participant-join");
        await caller.HangsUp();
        await server.Act();
    }

    // Nobody answers; the caller chooses to be rung on another number.
    private async Task Unanswered()
    {
        var caller = await TestCall.InboundToLadder(server, urgent: true);
        for (var rung = 0; rung < 3; rung++)
        {
            await server.Act();
            var dial = server.Asked.Dials[^1];
            await TestCall.AskedFor(server, dial).Reports(dial["StatusCallback"], "no-answer");
        }
        await server.Act();
        await caller.StaysSilent();
        for (var step = 0; step < 12 && !Listened(caller).Now.HangsUp; step++)
        {
            await (
                caller.Now switch
                {
                    { Words: var words } when words.Contains("annet nummer", StringComparison.Ordinal) => caller.Presses("2"),
                    { Words: var words } when words.Contains("åtte sifrene", StringComparison.Ordinal) => caller.Presses(Entered),
                    { Words: var words } when words.Contains("Du tastet", StringComparison.Ordinal) => caller.Presses("1"),
                    { KeysTo: not null } when step < 2 => caller.Presses("5"),
                    _ => caller.StaysSilent(),
                }
            );
        }
        await caller.HangsUp();
        await server.Passes(60);
    }

    private TestCall Listened(TestCall call)
    {
        heard.Add(call.Now);
        return call;
    }

    private static bool IsAddress(string field) => field.Contains("=http", StringComparison.Ordinal);

    private static bool HasNumber(string text)
    {
        var plain = text.Replace(" ", "", StringComparison.Ordinal);
        return plain.Contains(Digits, StringComparison.Ordinal) || plain.Contains(Entered, StringComparison.Ordinal);
    }
}
