using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using NodaTime;

namespace CallRouting.Core.Tests.Menus;

public sealed class PhrasesTests
{
    private const string Now = "2026-11-26 10:42";

    [TestCase(Language.Bokmal, "2026-11-26 15:00", "i dag innen klokka 15")]
    [TestCase(Language.Bokmal, "2026-12-01 08:30", "innen tirsdag 1. desember klokka 8.30")]
    [TestCase(Language.Nynorsk, "2026-11-26 15:00", "i dag innan klokka 15")]
    [TestCase(Language.Nynorsk, "2026-11-28 14:05", "innan laurdag 28. november klokka 14.05")]
    [TestCase(Language.English, "2026-11-26 15:00", "by 3 pm today")]
    [TestCase(Language.English, "2026-12-01 08:30", "by 8:30 am on Tuesday 1 December")]
    public void A_deadline_is_said_with_its_preposition(Language language, string due, string said) =>
        Assert.That(Phrases.In(language).Deadline(Oslo.At(due), Oslo.At(Now)), Is.EqualTo(said));

    [TestCase(Language.Bokmal, "2026-11-26 23:59", "i dag")]
    [TestCase(Language.Bokmal, "2026-11-27 00:00", "fredag 27. november")]
    [TestCase(Language.Nynorsk, "2026-11-29 09:00", "søndag 29. november")]
    [TestCase(Language.English, "2026-11-26 09:00", "today")]
    [TestCase(Language.English, "2027-05-18 09:00", "Tuesday 18 May")]
    public void A_day_is_today_or_has_its_date(Language language, string day, string said) =>
        Assert.That(Phrases.In(language).Day(Oslo.At(day), Oslo.At(Now)), Is.EqualTo(said));

    [Test]
    public void A_day_is_Norways_also_when_it_is_still_yesterday_in_Greenwich() =>
        Assert.That(
            Phrases.In(Language.Bokmal).Day(Instant.FromUtc(2026, 11, 26, 23, 30), Oslo.At("2026-11-27 08:00")),
            Is.EqualTo("i dag")
        );

    [TestCase(Language.English, "00:05", "12:05 am")]
    [TestCase(Language.English, "12:00", "12 pm")]
    [TestCase(Language.English, "09:00", "9 am")]
    [TestCase(Language.Bokmal, "00:05", "0.05")]
    [TestCase(Language.Nynorsk, "09:00", "9")]
    public void A_time_is_said_as_people_say_it(Language language, string time, string said) =>
        Assert.That(Phrases.In(language).Time(Oslo.At($"2026-11-26 {time}")), Is.EqualTo(said));

    [TestCase(Language.Bokmal, "i dag klokka 15")]
    [TestCase(Language.English, "today at 3 pm")]
    public void A_moment_today(Language language, string said) =>
        Assert.That(Phrases.In(language).When(Oslo.At("2026-11-26 15:00"), Oslo.At(Now)), Is.EqualTo(said));

    [TestCase(Language.Nynorsk, "fredag 27. november klokka 15")]
    [TestCase(Language.English, "on Friday 27 November at 3 pm")]
    public void A_moment_later(Language language, string said) =>
        Assert.That(Phrases.In(language).When(Oslo.At("2026-11-27 15:00"), Oslo.At(Now)), Is.EqualTo(said));

    [Test]
    public void Every_day_and_month_has_its_own_name([Values] Language language)
    {
        var phrases = Phrases.In(language);
        var days = Enumerable.Range(0, 366).Select(day => phrases.Day(Oslo.At("2027-01-01 12:00") + Duration.FromDays(day), Oslo.At(Now)));
        Assert.That(days.Distinct().Count(), Is.EqualTo(366));
    }

    [TestCase(30, "mindre enn ett minutt")]
    [TestCase(60, "ett minutt")]
    [TestCase(179, "2 minutter")]
    public void A_wait_is_said_in_whole_minutes(int seconds, string said) =>
        Assert.That(Phrases.In(Language.Bokmal).Minutes(Duration.FromSeconds(seconds)), Is.EqualTo(said));

    [TestCase("Nittedal", "Akershus", "Nittedal in Akershus")]
    [TestCase("Oslo", "Oslo", "Oslo")]
    [TestCase("Jan Mayen", "", "Jan Mayen")]
    [TestCase(null, null, "unknown municipality")]
    public void A_place_is_said_with_its_county(string? municipality, string? county, string said) =>
        Assert.That(Phrases.In(Language.English).Place(municipality, county), Is.EqualTo(said));

    [TestCase(Language.Bokmal, Urgency.Urgent, "Haster")]
    [TestCase(Language.Bokmal, Urgency.CanWait, "Haster ikke")]
    [TestCase(Language.Bokmal, Urgency.NotStated, "Ikke oppgitt om det haster")]
    [TestCase(Language.English, Urgency.NotStated, "Urgency not stated")]
    public void Nobody_is_told_that_it_can_wait_when_the_caller_did_not_say_so(Language language, Urgency urgency, string said) =>
        Assert.That(Phrases.In(language).Urgency(urgency), Is.EqualTo(said));
}
