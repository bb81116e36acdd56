using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using NodaTime;

namespace CallRouting.Core.Tests.Calls;

/// <summary>How long a telephone may be silent, and what follows from what the provider says of it.</summary>
public sealed class SweepRulesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);

    // Every view of the provider's, for everything that a leg may be doing: silent too long / only doubted.
    [TestCase(LegDoing.Ringing, ProviderView.NotAnswered, Repair.End, Repair.Nothing)]
    [TestCase(LegDoing.Ringing, ProviderView.Alive, Repair.SendForWord, Repair.Nothing)]
    [TestCase(LegDoing.Listening, ProviderView.Alive, Repair.SendForWord, Repair.Nothing)]
    [TestCase(LegDoing.Entering, ProviderView.Alive, Repair.LookInRoom, Repair.LookInRoom)]
    [TestCase(LegDoing.InRoom, ProviderView.Alive, Repair.LookInRoom, Repair.LookInRoom)]
    [TestCase(LegDoing.PutThrough, ProviderView.Alive, Repair.Nothing, Repair.Nothing)]
    [TestCase(LegDoing.Leaving, ProviderView.Alive, Repair.End, Repair.Nothing)]
    public void What_follows_from_what_the_provider_says(LegDoing doing, ProviderView says, Repair overdue, Repair doubted)
    {
        Assert.That(SweepRules.Repair(Silent(doing, overdue: true), says, isFurther: false, Now), Is.EqualTo(overdue));
        Assert.That(SweepRules.Repair(Silent(doing, overdue: false), says, isFurther: false, Now), Is.EqualTo(doubted));
    }

    [Test]
    public void What_has_ended_has_ended_whatever_we_believed([Values] LegDoing doing, [Values] bool overdue) =>
        Assert.That(SweepRules.Repair(Silent(doing, overdue), ProviderView.Ended, isFurther: true, Now), Is.EqualTo(Repair.NoteEnd));

    [Test]
    public void What_has_come_further_than_we_heard_is_caught_up_with(
        [Values(ProviderView.NotAnswered, ProviderView.Alive)] ProviderView says
    ) => Assert.That(SweepRules.Repair(Silent(LegDoing.Ringing, overdue: true), says, isFurther: true, Now), Is.EqualTo(Repair.CatchUp));

    [TestCase(4, Repair.AskAgain)]
    [TestCase(5, Repair.NoteEnd)]
    public void What_the_provider_does_not_know_is_gone_once_it_has_had_time_to_know_it(int age, Repair repair)
    {
        var leg = Silent(LegDoing.Ringing, overdue: true) with { CreatedAt = Now - Duration.FromSeconds(age) };
        Assert.That(SweepRules.Repair(leg, ProviderView.Unknown, isFurther: false, Now), Is.EqualTo(repair));
    }

    [Test]
    public void Who_is_on_the_way_to_the_next_document_is_not_called_back_from_it()
    {
        var leg = Silent(LegDoing.Listening, overdue: true) with { Since = Now - Duration.FromSeconds(7) };
        Assert.That(SweepRules.Repair(leg, ProviderView.Alive, isFurther: false, Now), Is.EqualTo(Repair.AskAgain));
    }

    [Test]
    public void A_document_may_last_as_long_as_its_words_and_fifteen_seconds_and_never_less_than_thirty()
    {
        Assert.That(After(Say(12), new GoOn()), Is.EqualTo((LegDoing.Listening, Duration.FromSeconds(30))));
        Assert.That(After(Say(240), new Pause(12), new GoOn()), Is.EqualTo((LegDoing.Listening, Duration.FromSeconds(20 + 12 + 15))));
        Assert.That(
            After(new Ask([Speech(240)], new Expecting(1, "", 8), PauseAfter: 3), new GoOn()),
            Is.EqualTo((LegDoing.Listening, Duration.FromSeconds(20 + 8 + 3 + 15)))
        );
    }

    [Test]
    public void Whoever_is_shown_into_a_room_is_there_within_seconds_and_may_then_be_silent() =>
        Assert.That(After(new EnterRoom(1, "caller")), Is.EqualTo((LegDoing.Entering, Duration.FromSeconds(4))));

    [TestCase(60, 60)]
    [TestCase(100, 100)]
    [TestCase(900, 240)]
    public void The_longer_two_have_talked_the_more_seldom_they_are_asked_about(int talked, int next)
    {
        var leg = Silent(LegDoing.InRoom, overdue: true) with { Since = Now - Duration.FromSeconds(talked) };
        Assert.That(SweepRules.AfterNothing(leg, Now), Is.EqualTo(Duration.FromSeconds(next)));
    }

    private static (LegDoing, Duration) After(params Instruction[] instructions) => SweepRules.After(Script.Of(instructions));

    private static Say Say(int letters) => new(Speech(letters));

    private static Spoken Speech(int letters) => new("prompt", Language.Bokmal, new string('a', letters));

    private static SilentLeg Silent(LegDoing doing, bool overdue) =>
        new(doing, Now - Duration.FromMinutes(2), Now - Duration.FromMinutes(1), overdue);
}
