using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Tests;
using NodaTime;

namespace CallRouting.Server.Tests.Menus;

public sealed class PhrasesTests
{
    private const string Now = "2026-11-26 10:42";

    [TestCase("nb", "2026-11-26 15:00", "i dag innen klokka 15")]
    [TestCase("nb", "2026-12-01 08:30", "innen tirsdag 1. desember klokka 8.30")]
    [TestCase("nn", "2026-11-26 15:00", "i dag innan klokka 15")]
    [TestCase("nn", "2026-11-28 14:05", "innan laurdag 28. november klokka 14.05")]
    [TestCase("en", "2026-11-26 15:00", "by 3 pm today")]
    [TestCase("en", "2026-12-01 08:30", "by 8:30 am on Tuesday 1 December")]
    public void A_deadline_is_said_with_its_preposition(string language, string due, string said) =>
        Assert.That(Flows.Phrases(language).Deadline(Oslo.At(due), Oslo.At(Now)), Is.EqualTo(said));

    [TestCase("nb", "2026-11-26 23:59", "i dag")]
    [TestCase("nb", "2026-11-27 00:00", "fredag 27. november")]
    [TestCase("nn", "2026-11-29 09:00", "søndag 29. november")]
    [TestCase("en", "2026-11-26 09:00", "today")]
    [TestCase("en", "2027-05-18 09:00", "Tuesday 18 May")]
    public void A_day_is_today_or_has_its_date(string language, string day, string said) =>
        Assert.That(Flows.Phrases(language).Day(Oslo.At(day), Oslo.At(Now)), Is.EqualTo(said));

    [Test]
    public void A_day_is_Norways_also_when_it_is_still_yesterday_in_Greenwich() =>
        Assert.That(Flows.Phrases("nb").Day(Instant.FromUtc(2026, 11, 26, 23, 30), Oslo.At("2026-11-27 08:00")), Is.EqualTo("i dag"));

    [TestCase("en", "00:05", "12:05 am")]
    [TestCase("en", "12:00", "12 pm")]
    [TestCase("en", "09:00", "9 am")]
    [TestCase("nb", "00:05", "0.05")]
    [TestCase("nn", "09:00", "9")]
    public void A_time_is_said_as_people_say_it(string language, string time, string said) =>
        Assert.That(Flows.Phrases(language).Time(Oslo.At($"2026-11-26 {time}")), Is.EqualTo(said));

    [TestCase("nb", "i dag klokka 15")]
    [TestCase("en", "today at 3 pm")]
    public void A_moment_today(string language, string said) =>
        Assert.That(Flows.Phrases(language).When(Oslo.At("2026-11-26 15:00"), Oslo.At(Now)), Is.EqualTo(said));

    [TestCase("nn", "fredag 27. november klokka 15")]
    [TestCase("en", "on Friday 27 November at 3 pm")]
    public void A_moment_later(string language, string said) =>
        Assert.That(Flows.Phrases(language).When(Oslo.At("2026-11-27 15:00"), Oslo.At(Now)), Is.EqualTo(said));

    [Test]
    public void Every_day_and_month_has_its_own_name([Values("nb", "nn", "en")] string language)
    {
        var phrases = Flows.Phrases(language);
        var days = Enumerable.Range(0, 366).Select(day => phrases.Day(Oslo.At("2027-01-01 12:00") + Duration.FromDays(day), Oslo.At(Now)));
        Assert.That(days.Distinct().Count(), Is.EqualTo(366));
    }

    [TestCase(30, "mindre enn ett minutt")]
    [TestCase(60, "ett minutt")]
    [TestCase(179, "2 minutter")]
    public void A_wait_is_said_in_whole_minutes(int seconds, string said) =>
        Assert.That(Flows.Phrases("nb").Minutes(Duration.FromSeconds(seconds)), Is.EqualTo(said));

    [TestCase("Nittedal", "Akershus", "Nittedal in Akershus")]
    [TestCase("Oslo", "Oslo", "Oslo")]
    [TestCase("Jan Mayen", "", "Jan Mayen")]
    [TestCase(null, null, "unknown municipality")]
    public void A_place_is_said_with_its_county(string? municipality, string? county, string said) =>
        Assert.That(Flows.Phrases("en").Place(municipality, county), Is.EqualTo(said));

    [TestCase("nb", Urgency.Urgent, "Haster")]
    [TestCase("nb", Urgency.CanWait, "Haster ikke")]
    [TestCase("nb", Urgency.NotStated, "Ikke oppgitt om det haster")]
    [TestCase("en", Urgency.NotStated, "Urgency not stated")]
    public void Nobody_is_told_that_it_can_wait_when_the_caller_did_not_say_so(string language, Urgency urgency, string said) =>
        Assert.That(Flows.Phrases(language).Urgency(urgency), Is.EqualTo(said));
}
