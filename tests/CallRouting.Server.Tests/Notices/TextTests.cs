using System.Net;
using CallRouting.Server.Calls;
using CallRouting.Server.Notices;

namespace CallRouting.Server.Tests.Notices;

/// <summary>SVAR and FRI by SMS. It is Wednesday 18 November 2026, 10:00, and Primary is on duty until three.</summary>
public sealed class TextTests
{
    private Office office = null!;

    [SetUp]
    public async Task Open() => office = await Office.Opens();

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task FRI_takes_who_is_on_duty_off_it_and_tells_the_backup_and_the_lead()
    {
        var answer = await office.Texts(Office.PhoneOf("Primary"), "Fri.");
        Assert.That(
            answer,
            Is.EqualTo(
                "Du er tatt av vakten på Vakttelefon, Nav Nittedal, i dag klokka 10. Bakvakten får beskjed. "
                    + "Lederen eller den som er ansvarlig, får beskjed. Hilsen Nav vakttelefon"
            )
        );
        Assert.That(
            (await office.Sent()).Select(sent => sent["To"]),
            Is.EquivalentTo(new[] { Office.PhoneOf("Backup"), Office.PhoneOf("Lead") })
        );
        Assert.That(await Overrides(), Is.EqualTo(new[] { "Primary Remove 0233-1 2026-11-18T09:00:00Z 2026-11-18T14:00:00Z" }));
        Assert.That(await office.Told(NoticeStories.DutyGivenUp), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_text_told_twice_is_done_once_and_answered_the_same()
    {
        var first = await office.Texts(Office.PhoneOf("Primary"), "FRI", "SM1");
        Assert.That(await office.Texts(Office.PhoneOf("Primary"), "FRI", "SM1"), Is.EqualTo(first));
        Assert.That(await Overrides(), Has.Length.EqualTo(1), "or tomorrow's duty would be gone too");
    }

    [Test]
    public async Task FRI_again_is_about_the_next_duty()
    {
        await office.Texts(Office.PhoneOf("Primary"), "FRI");
        await office.Texts(Office.PhoneOf("Primary"), "FRI");
        Assert.That((await Overrides())[1], Does.EndWith("2026-11-19T14:00:00Z"));
    }

    [Test]
    public async Task Where_there_is_no_backup_none_is_said_to_be_told()
    {
        await office.Texts(Office.PhoneOf("Backup"), "FRI");
        Assert.That(await office.Texts(Office.PhoneOf("Primary"), "FRI"), Does.Not.Contain("Bakvakten"));
    }

    [Test]
    public async Task SVAR_confirms_what_is_open_and_nothing_is_passed_on()
    {
        await office.Texts(Office.PhoneOf("Primary"), "FRI");
        await office.Sent();
        Assert.That(await office.Texts(Office.PhoneOf("Lead"), "svar"), Is.EqualTo("Takk, det er bekreftet. Hilsen Nav vakttelefon"));
        Assert.That(
            await office.Texts(Office.PhoneOf("Lead"), "SVAR"),
            Is.EqualTo("Du har ingenting å bekrefte nå. Hilsen Nav vakttelefon")
        );
        await office.Becomes("2026-11-18T13:30:00Z");
        Assert.That(
            (await office.Sent("er åpen. Bekreft")).Select(sent => sent["To"]),
            Is.EqualTo(new[] { Office.PhoneOf("Lead") }),
            "not the deputy"
        );
    }

    [Test]
    public async Task Who_has_no_duty_and_who_writes_something_else_is_told_so()
    {
        Assert.That(
            await office.Texts(Office.PhoneOf("Lead"), "FRI"),
            Is.EqualTo("Du har ingen vakt nå eller de neste sju dagene. Hilsen Nav vakttelefon")
        );
        Assert.That(await office.Texts(Office.PhoneOf("Lead"), "fri i morgen?"), Does.StartWith("Vi forstod ikke meldingen."));
        Assert.That(await Overrides(), Is.Empty);
    }

    [TestCase("SVAR")]
    [TestCase("FRI")]
    [TestCase("Hjelp")]
    public async Task A_stranger_learns_nothing_and_nothing_of_them_is_kept(string body)
    {
        var answer = await office.Texts("+4799999999", body);
        Assert.That(answer, Is.EqualTo("Dette nummeret tar ikke imot meldinger. Ring 55 55 33 33. Hilsen Nav"));
        Assert.That(await office.Server.Value<long>("select count(*) from notices"), Is.Zero);
        Assert.That(await office.Server.Value<string>("select sid || answer from texts_received"), Does.Not.Contain("99999999"));
        Assert.That(office.Server.Log.All, Has.None.Contains("99999999"));
    }

    [Test]
    public async Task A_text_that_is_not_signed_is_not_read()
    {
        var reply = await office.Server.Phone.Post(
            "/phone/sms",
            [("MessageSid", "SM1"), ("From", Office.PhoneOf("Primary")), ("Body", "FRI")],
            token: null
        );
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Overrides(), Is.Empty);
    }

    private async Task<string[]> Overrides() =>
        [
            .. (
                await office.Server.Read(unit =>
                    unit.Query<OverrideLine>("select role, kind, officer_out, from_at, to_at from roster_overrides order by decided_at, id")
                )
            ).Select(made => $"{made.Role} {made.Kind} {made.OfficerOut} {made.FromAt} {made.ToAt}"),
        ];

    private sealed class OverrideLine
    {
        public string Role { get; set; } = "";

        public string Kind { get; set; } = "";

        public string OfficerOut { get; set; } = "";

        public NodaTime.Instant FromAt { get; set; }

        public NodaTime.Instant ToAt { get; set; }
    }
}
