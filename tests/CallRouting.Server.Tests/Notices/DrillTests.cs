using CallRouting.Scenarios;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Notices;

/// <summary>Phones are tried on Thursday 19 November 2026, before the shifts of nine o'clock.</summary>
public sealed class DrillTests
{
    private const string Before = "2026-11-19T07:00:30Z";

    private Office office = null!;

    [SetUp]
    public async Task Open() => office = await Office.Opens();

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task A_phone_is_texted_then_rung_and_1_confirms_it()
    {
        await Planned();
        await Until("2026-11-19T07:44:00Z", isEnough: () => Rung("Primary").Count > 0);
        Assert.That(await office.Sent("Bekreft telefonen"), Has.Some.Matches<Asked>(sent => sent["To"] == Of("Primary")));
        var call = Rung("Primary")[0];
        var asks = await office.Server.Phone.Post(call["Url"], ("CallSid", SidOf(call)));
        Assert.That(asks.Body, Does.Contain("Nav vakttelefon. Du har vakt i dag klokka 9. Tast 1 for å bekrefte at telefonen virker."));
        var thanks = await office.Server.Phone.Post(
            asks.Document.Root.Element("Gather")!.Attribute("action")!.Value,
            ("CallSid", SidOf(call)),
            ("Digits", "1")
        );
        Assert.That(thanks.Body, Does.Contain("Takk. Telefonen er bekreftet.").And.Contain("<Hangup />"));
        await office.Server.Phone.Post(call["StatusCallback"], ("CallSid", SidOf(call)), ("CallStatus", "completed"));
        await Until("2026-11-19T07:50:00Z");
        Assert.That(Rung("Primary"), Has.Count.EqualTo(1));
        Assert.That(await office.Sent("er ikke bekreftet"), Has.Count.EqualTo(1), "of the backup");
        Assert.That(await office.Server.Value<long>("select count(*) from reservations"), Is.Zero);
    }

    [Test]
    public async Task Who_answers_the_text_is_not_rung()
    {
        await Planned();
        await Until(
            "2026-11-19T07:44:00Z",
            async () =>
            {
                if ((await office.Sent("Bekreft telefonen")).Any(sent => sent["To"] == Of("Primary")))
                {
                    await office.Texts(Of("Primary"), "SVAR");
                }
            }
        );
        Assert.That(Rung("Primary"), Is.Empty);
        Assert.That(Rung("Backup"), Is.Not.Empty);
    }

    [Test]
    public async Task Of_who_has_not_confirmed_a_quarter_of_an_hour_before_the_lead_is_told()
    {
        await Planned();
        await Until("2026-11-19T07:50:00Z");
        Assert.That(Rung("Primary").Concat(Rung("Backup")).Count(), Is.EqualTo(4), "twice each");
        Assert.That(
            (await office.Sent("er ikke bekreftet")).Select(sent => sent["To"]),
            Is.EqualTo(new[] { Of("Lead"), Of("Lead") }),
            "of the primary and of the backup"
        );
        Assert.That(await office.Told(NoticeStories.PhoneNotConfirmed), Is.EqualTo(2));
    }

    [Test]
    public async Task A_lead_whose_own_phone_is_not_confirmed_is_not_the_one_to_be_told()
    {
        var replace = new
        {
            role = "Primary",
            kind = "Replace",
            from = "2026-11-19T09:00:00+01:00",
            to = "2026-11-19T15:00:00+01:00",
            @out = "0233-1",
            @in = "0233-3",
        };
        await office.Does("lead:0233-3", "/api/lines/0233-general/overrides", replace);
        await Planned();
        await Until("2026-11-19T07:50:00Z");
        Assert.That(
            (await office.Sent("er ikke bekreftet")).Select(sent => sent["To"]),
            Is.EquivalentTo(new[] { Of("Deputy"), Of("Lead") }),
            "the deputy of the lead's, the lead of the backup's"
        );
    }

    [Test]
    public async Task A_phone_that_another_call_of_ours_holds_is_tried_a_minute_later()
    {
        await Planned();
        await office.Server.Write(unit =>
            unit.Execute(
                "insert into reservations (phone, leg_id, reserved_at) values (@phone, 'leg-of-another', 1)",
                new { phone = Of("Primary") }
            )
        );
        await Until("2026-11-19T07:30:00Z");
        Assert.That(Rung("Primary"), Is.Empty);
        await office.Server.Write(unit => unit.Execute("delete from reservations where leg_id = 'leg-of-another'"));
        await Until("2026-11-19T07:44:00Z");
        Assert.That(Rung("Primary"), Is.Not.Empty);
    }

    [Test]
    public async Task Who_is_on_duty_already_is_texted_and_not_rung()
    {
        await office.Does("lead:0233-3", "/api/lines/0233-general/overrides", Added("Backup", "0233-1", "07:00", "08:50"));
        await Planned();
        await Until("2026-11-19T07:50:00Z");
        Assert.That(await office.Sent("Bekreft telefonen"), Has.Some.Matches<Asked>(sent => sent["To"] == Of("Primary")));
        Assert.That(Rung("Primary"), Is.Empty, "a caller may need them meanwhile");
    }

    [Test]
    public async Task A_lead_whom_a_callers_ladder_would_ring_now_is_texted_and_not_rung()
    {
        await office.Does("lead:0233-3", "/api/lines/0233-general/overrides", Added("Primary", "0233-2", "07:00", "08:50"));
        await office.Does("lead:0233-3", "/api/lines/0233-general/overrides", Added("Backup", "0233-3", "09:00", "15:00"));
        await office.Becomes(Before);
        await office.Round();
        await Until("2026-11-19T07:50:00Z");
        Assert.That(await office.Sent("Bekreft telefonen"), Has.Some.Matches<Asked>(sent => sent["To"] == Of("Lead")));
        Assert.That(Rung("Lead"), Is.Empty, "the lead is the last rung of whoever calls meanwhile");
        Assert.That(Rung("Primary"), Is.Not.Empty, "nobody's ladder would ring this one yet");
    }

    [Test]
    public async Task Drills_that_are_turned_off_try_nobody()
    {
        await using var quiet = await Office.Opens(("Notices:Drills", "false"));
        await quiet.Becomes(Before);
        await quiet.Round();
        Assert.That(await quiet.Server.Value<long>("select count(*) from notices where kind = 'Drill'"), Is.Zero);
    }

    private static object Added(string role, string officer, string from, string to) =>
        new
        {
            role,
            kind = "Add",
            from = $"2026-11-19T{from}:00+01:00",
            to = $"2026-11-19T{to}:00+01:00",
            @in = officer,
        };

    private static string Of(string name) => Office.PhoneOf(name);

    private IReadOnlyList<Asked> Rung(string name) => [.. office.Server.Asked.Dials.Where(dial => dial["To"] == Of(name))];

    private async Task Planned()
    {
        await office.Becomes(Before);
        await office.Round();
        Assert.That(await office.Server.Value<long>("select count(*) from notices where kind = 'Drill'"), Is.EqualTo(2));
    }

    // Minute by minute; who is rung and says nothing has not answered.
    private async Task Until(string moment, Func<Task>? each = null, Func<bool>? isEnough = null)
    {
        var end = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        while (office.Server.Time.GetUtcNow() < end)
        {
            office.Server.Time.Advance(TimeSpan.FromSeconds(30));
            await office.Passes(2);
            if (isEnough?.Invoke() == true)
            {
                return;
            }
            foreach (var dial in office.Server.Asked.Dials)
            {
                await office.Server.Phone.Post(dial["StatusCallback"], ("CallSid", SidOf(dial)), ("CallStatus", "no-answer"));
            }
            await (each?.Invoke() ?? Task.CompletedTask);
        }
    }

    // As the recording provider gives them, one after another.
    private string SidOf(Asked dial) => $"CA{office.Server.Asked.Dials.ToList().IndexOf(dial) + 1:x32}";
}
