using CallRouting.Core.Calls;
using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using NodaTime;

namespace CallRouting.Core.Tests.Notices;

/// <summary>Whom an unconfirmed notice goes to, and when. Liv leads, Dag is her deputy, Siv supervises, Stig is hers.</summary>
public sealed class ChainRulesTests
{
    private static readonly Duration FourHours = Duration.FromHours(4);

    [Test]
    public void It_goes_from_the_lead_to_the_deputy_to_the_supervisor_to_hers_and_then_nowhere()
    {
        var chain = Chain();
        var first = ChainRules.First(chain);
        Assert.That(first?.Who.Name, Is.EqualTo("Liv"));
        Assert.That(
            new[] { ChainPlace.Lead, ChainPlace.Deputy, ChainPlace.Supervisor, ChainPlace.SupervisorsDeputy }.Select(place =>
                ChainRules.After(place, chain)?.Who.Name
            ),
            Is.EqualTo(new[] { "Dag", "Siv", "Stig", null })
        );
    }

    [Test]
    public void A_lead_who_is_away_is_passed_over_at_once()
    {
        Assert.That(ChainRules.First(Chain(away: "Liv"))?.Who.Name, Is.EqualTo("Dag"));
        Assert.That(ChainRules.After(ChainPlace.Lead, Chain(away: "Dag"))?.Who.Name, Is.EqualTo("Siv"));
    }

    [Test]
    public void Who_has_neither_phone_nor_address_cannot_be_told() =>
        Assert.That(
            ChainRules.First([new(ChainPlace.Lead, new("liv", "Liv", null, null, Language.Bokmal)), .. Chain().Skip(1)])?.Place,
            Is.EqualTo(ChainPlace.Deputy)
        );

    [Test]
    public void Nobody_to_tell_is_nobody() => Assert.That(ChainRules.First([]), Is.Null);

    [TestCase("2026-11-18 10:00", "2026-11-18 14:00")]
    [TestCase("2026-11-18 13:00", "2026-11-19 11:00", Description = "two hours are left of today")]
    [TestCase("2026-11-18 07:30", "2026-11-18 13:00", Description = "before opening nothing is counted")]
    [TestCase("2026-11-20 18:00", "2026-11-23 13:00", Description = "over a weekend")]
    [TestCase("2027-03-24 14:00", "2027-03-30 12:00", Description = "from Wednesday before Easter to Tuesday after it")]
    public void Only_hours_in_which_the_contact_centre_is_open_count(string sent, string passedOn) =>
        Assert.That(ChainRules.PassOnAt(Oslo.At(sent), FourHours, OpeningHours.Default), Is.EqualTo(Oslo.At(passedOn)));

    [Test]
    public void Leave_of_whole_days_lasts_from_midnight_to_midnight()
    {
        var leave = new Leave("l", "liv", new(2027, 8, 2), new(2027, 8, 20), new("Liv", Oslo.At("2027-06-01 12:00")));
        Assert.That(
            new[] { "2027-08-01 23:59", "2027-08-02 00:00", "2027-08-20 23:59", "2027-08-21 00:00" }.Select(at =>
                leave.Covers(Oslo.At(at))
            ),
            Is.EqualTo(new[] { false, true, true, false })
        );
    }

    [Test]
    public void Leave_of_hours_that_pass_midnight_lasts_into_the_day_after_the_last()
    {
        var nights = new WeekHours(Weekdays.All, new(22, 0), new(6, 0));
        var leave = new Leave("l", "liv", new(2027, 8, 2), new(2027, 8, 2), new("Liv", Oslo.At("2027-06-01 12:00")), nights);
        Assert.That(
            new[] { "2027-08-02 05:00", "2027-08-02 22:00", "2027-08-03 05:59", "2027-08-03 06:00" }.Select(at =>
                leave.Covers(Oslo.At(at))
            ),
            Is.EqualTo(new[] { false, true, true, false })
        );
    }

    private static IReadOnlyList<ChainLink> Chain(string? away = null) =>
        [.. new[] { "Liv", "Dag", "Siv", "Stig" }.Select((name, i) => new ChainLink((ChainPlace)i, Told(name, i), name == away))];

    private static Recipient Told(string name, int i) =>
        new(name.ToLowerInvariant(), name, new PhoneNumber($"+471000000{i}"), null, Language.Bokmal);
}
