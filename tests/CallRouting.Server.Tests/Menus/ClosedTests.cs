using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Offices;

namespace CallRouting.Server.Tests.Menus;

public sealed class ClosedTests
{
    private static readonly string[] Closed = ["closed", "danger", "closed_choice", "other_norwegian", "other_language"];

    private static Caller OnSaturday(PhoneNumber? emergencyNumber = null, string? ending = "67") =>
        new Caller
        {
            Now = Caller.At(2026, 11, 21, 12),
            EmergencyNumber = emergencyNumber,
            NumberEnding = ending,
        }.Dials();

    [Test]
    public void The_caller_hears_when_we_open() => OnSaturday().HearsPrompts(Closed).Hears("Vi åpner igjen mandag 23. november klokka 9.");

    [Test]
    public void In_the_evening_before_Easter_we_open_on_Tuesday() =>
        new Caller { Now = Caller.At(2026, 4, 1, 15) }
            .Dials()
            .Hears("Vi åpner igjen tirsdag 7. april klokka 9.");

    [Test]
    public void On_the_Wednesday_before_Easter_we_are_open() =>
        new Caller { Now = Caller.At(2026, 4, 1, 14, 59) }
            .Dials()
            .Hears("tast 1. Har vi ringt deg");

    [Test]
    public void Early_in_the_morning_we_open_today() =>
        new Caller { Now = Caller.At(2026, 11, 18, 7, 30) }
            .Dials()
            .Hears("Vi åpner igjen i dag klokka 9.");

    [TestCase("4", "Nav har stengt no. Vi opnar att måndag 23. november klokka 9.")]
    [TestCase("5", "Nav is closed now. We open again Monday 23 November at 9 am.")]
    public void The_language_can_be_changed(string key, string heard) => OnSaturday().Presses(key).HearsPrompts(Closed).Hears(heard);

    [Test]
    public void The_municipalitys_number_is_read_digit_by_digit_and_twice_to_who_listens()
    {
        var caller = OnSaturday(new PhoneNumber("+4767000001"))
            .Presses("1", "1481", "1")
            .HearsPrompts("closed_emergency", "closed_callback");
        caller.Hears("på 6 7 0 0 0 0 0 1. Det er Nav-kontoret").SaysNothing().Hears("6 7 0 0 0 0 0 1").SaysNothing().IsSaidGoodbye();
        Assert.That(caller.Effects, Is.Empty);
    }

    [Test]
    public void Who_hears_the_municipalitys_number_can_have_a_call_back_as_well()
    {
        var caller = OnSaturday(new PhoneNumber("+4767000001")).Presses("1", "1481", "1", "1");
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(new UnitNumber("0233"))]));
    }

    [Test]
    public void Without_a_municipal_number_the_office_rings_back_when_we_open()
    {
        var caller = OnSaturday().Presses("1", "1481", "1").Hears("Tast 1, så ringer Nav Nittedal deg mandag 23. november fra klokka 9.");
        caller.Presses("1").HearsPrompts("callback_offer");
        caller.Presses("1").Hears("Nav Nittedal ringer deg innen onsdag 25. november klokka 9.").IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(new UnitNumber("0233"))]));
        Assert.That(caller.Visit.Promised, Is.True);
    }

    [Test]
    public void Nothing_is_promised_to_who_does_not_ask()
    {
        var caller = OnSaturday().Presses("1", "1481", "1", "", "");
        caller.IsSaidGoodbye();
        Assert.That(caller.Effects, Is.Empty);
    }

    [Test]
    public void A_withheld_caller_is_asked_for_a_number_once_a_call_back_is_wanted()
    {
        var caller = OnSaturday(ending: null).Presses("1", "1481", "1").HearsPrompts("closed_no_local");
        caller.Presses("1").HearsPrompts("callback_hidden").Presses("90000001", "1").HearsPrompts("callback_done", "goodbye");
    }

    [Test]
    public void Who_does_not_know_where_they_are_is_told_whom_to_ring_and_can_have_a_call_back()
    {
        var caller = OnSaturday().Presses("1", "#").HearsPrompts("no_place_closed").Hears("ring legevakta på 1 1 6 1 1 7");
        caller.Presses("1", "1").HearsPrompts("callback_done_centre", "goodbye").IsSaidGoodbye();
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(null)]));
    }

    [Test]
    public void Silence_is_told_whom_to_ring_and_comes_to_an_end() =>
        OnSaturday().Presses("", "").HearsPrompts("no_place_closed").Presses("", "").IsSaidGoodbye();

    [Test]
    public void In_a_city_the_district_is_asked_only_where_the_office_must_be_known()
    {
        OnSaturday(new PhoneNumber("+4722000000")).Presses("1", "0151", "1").HearsPrompts("closed_emergency", "closed_callback");

        var caller = OnSaturday().Presses("1", "0151", "1").HearsPrompts("ask_district_closed");
        caller.Presses("1", "5").Hears("Tast 1, så ringer Nav Frogner deg mandag");
    }

    [Test]
    public void Who_does_not_know_the_district_is_rung_by_the_contact_centre()
    {
        var caller = OnSaturday().Presses("1", "0151", "1", "").Hears("Tast 1, så ringer Nav deg mandag");
        caller.Presses("1", "1").HearsPrompts("callback_done_centre", "goodbye");
        Assert.That(caller.Effects, Is.EqualTo([new MenuEffect.PromiseCallback(null)]));
    }
}
