using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using CallRouting.Server.Notices;
using CallRouting.Server.Rosters;
using CallRouting.Server.Tests.Calls;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Notices;

/// <summary>An officer shows that a phone is theirs.</summary>
public sealed partial class PhoneTests
{
    private const string Phones = "/api/officers/0233-1/phones";
    private const string Primary = "officer:0233-1";

    private Office office = null!;

    [SetUp]
    public async Task Open() => office = await Office.Opens();

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task A_code_by_SMS_verifies_the_phone_and_coverage_counts_it()
    {
        Assert.That(await Unverified(), Does.Contain("0233-1"));
        await Asks("sms");
        var code = Digits().Match((await office.Sent("koden din er")).Single()["Body"]).Value;
        var verified = await Gives(code);
        Assert.That(verified.Single().VerifiedAt, Is.Not.Null);
        Assert.That(await Unverified(), Does.Not.Contain("0233-1"));
        Assert.That(await office.Told(NoticeStories.PhoneVerified), Is.EqualTo(1));
    }

    [Test]
    public async Task A_code_is_read_to_who_answers()
    {
        await Asks("voice");
        await office.Passes(2);
        var call = office.Server.Asked.Dials.Single();
        Assert.That(call["To"], Is.EqualTo(Office.PhoneOf("Primary")));
        var said = (await office.Server.Phone.Post(call["Url"], ("CallSid", "CA00000000000000000000000000000001"))).Body;
        await Gives(SpeltOut().Match(said).Value.Replace(" ", "", StringComparison.Ordinal));
        await office.Server.Phone.Post(
            call["StatusCallback"],
            ("CallSid", "CA00000000000000000000000000000001"),
            ("CallStatus", "completed")
        );
        Assert.That(await office.Server.Value<long>("select count(*) from reservations"), Is.Zero);
    }

    [Test]
    public async Task What_was_verified_outlives_a_roster_that_is_loaded_again_and_not_a_phone_that_is_gone()
    {
        await Asks("sms");
        await Gives(Digits().Match((await office.Sent("koden din er")).Single()["Body"]).Value);
        await office.Server.Write(unit => new RosterStore().Replace(Office.People.Book(), unit));
        Assert.That(await Verified(), Is.EqualTo(1));
        var others = new Scenarios.Population([new("0104", "Moss", "Kari")]);
        await office.Server.Write(unit => new RosterStore().Replace(others.Book(), unit));
        Assert.That(await Verified(), Is.Zero);
    }

    [Test]
    public async Task A_wrong_code_is_refused_and_after_five_no_code_is_right()
    {
        await Asks("sms");
        var code = Digits().Match((await office.Sent("koden din er")).Single()["Body"]).Value;
        var wrong = code == "000000" ? "111111" : "000000";
        for (var i = 0; i < 5; i++)
        {
            Assert.That(await Says(wrong), Is.EqualTo(HttpStatusCode.BadRequest));
        }
        Assert.That(await Says(code), Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task A_code_lasts_ten_minutes_and_a_new_one_may_be_asked_for_after_one()
    {
        await Asks("sms");
        using var soon = await office.Server.Send(HttpMethod.Post, Primary, $"{Phones}/codes", Request("sms"));
        Assert.That(soon.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        var code = Digits().Match((await office.Sent("koden din er")).Single()["Body"]).Value;
        office.Server.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.That(await Says(code), Is.EqualTo(HttpStatusCode.Conflict));
        await Asks("sms");
    }

    [TestCase("829 00 000", "number: Phone 829 00 000 is a premium number (829).")]
    [TestCase("+4755553333", "number: Phone +4755553333 is one of this service's own numbers")]
    [TestCase("+46812345678", "is not Norwegian")]
    [TestCase(null, "number: Phone \"\" does not have the eight digits of a Norwegian number.")]
    [TestCase("900 00 000", "number: 900 00 000 is no phone of Primary.")]
    public async Task A_number_that_may_not_be_rung_is_refused_with_the_reason(string? number, string why)
    {
        using var refused = await office.Server.Send(HttpMethod.Post, Primary, $"{Phones}/codes", new { number, by = "sms" });
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await RunningServer.Detail(refused), Does.Contain(why));
        Assert.That(await office.Sent(), Is.Empty);
    }

    [Test]
    public async Task Another_offices_officers_are_not_ones_own()
    {
        await office.HasMossWithNobody();
        using var refused = await office.Server.Send(HttpMethod.Get, Primary, "/api/officers/0104-1/phones");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static object Request(string by) => new { number = Office.PhoneOf("Primary"), by };

    private async Task Asks(string by)
    {
        using var answer = await office.Server.Send(HttpMethod.Post, Primary, $"{Phones}/codes", Request(by));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> Says(string code)
    {
        using var answer = await Send(code);
        return answer.StatusCode;
    }

    private async Task<List<PhoneAnswer>> Gives(string code)
    {
        using var answer = await Send(code);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<List<PhoneAnswer>>())!;
    }

    private Task<HttpResponseMessage> Send(string code) =>
        office.Server.Send(HttpMethod.Post, Primary, $"{Phones}/verifications", new { number = Office.PhoneOf("Primary"), code });

    private async Task<long> Verified() => await office.Server.Value<long>("select count(*) from verified_phones");

    private async Task<IReadOnlyList<string>> Unverified() =>
        [
            .. (await office.Server.Get<CoverageAnswer>("lead:0233-3", "coverage?unit=0233"))
                .Findings.Where(finding => finding.Kind == "UnverifiedPhone")
                .SelectMany(finding => finding.Officers),
        ];

    [GeneratedRegex(@"\d{6}")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\d( \d){5}")]
    private static partial Regex SpeltOut();
}
