using CallRouting.Core.Reports;
using CallRouting.Core.Tests.Transfers;
using CallRouting.Core.Transfers;
using NodaTime;
using static CallRouting.Core.Tests.Transfers.Given;

namespace CallRouting.Core.Tests.Reports;

/// <summary>What a transfer is counted as, whatever happened in it.</summary>
public sealed class CountingTests
{
    [Test]
    public void Pressing_1_and_being_in_the_room_is_accepted_on_the_rung_that_did_it()
    {
        var counted = Count(Direct("Anna", "Bo").Starts()["Anna"].DoesNotAnswer().Connects("Bo").Tell(new CallerGone()));
        Assert.That((counted.Ending, counted.Rung, counted.ByNeighbour), Is.EqualTo((Ending.Accepted, 2, false)));
    }

    [Test]
    public void A_voicemail_that_answers_accepts_nothing()
    {
        var counted = Count(Direct("Anna").Starts()["Anna"].Answers().Passes(30));
        Assert.That((counted.Ending, counted.CountsAgainstOffice), Is.EqualTo((Ending.Exhausted, true)));
    }

    [Test]
    public void A_neighbours_acceptance_is_answered_but_not_by_the_office()
    {
        var ladder = Ladder(Rung("Anna"), Rung("Nina") with { Neighbour = true });
        var counted = Count(Direct(ladder).Starts()["Anna"].DoesNotAnswer().Connects("Nina").Tell(new CallerGone()));
        var figures = TransferFigures.Of(counted);
        Assert.That((figures.AcceptedByOffice, figures.AcceptedByNeighbour, figures.Offered), Is.EqualTo((0, 1, 1)));
    }

    [Test]
    public void What_failed_for_our_sake_and_the_carriers_is_not_offered()
    {
        var counted = Count(Direct("Anna", "Bo").Starts()["Anna"].Ends(LegEnding.OurFailure)["Bo"].Ends(LegEnding.CarrierFailure));
        Assert.That((counted.Ending, TransferFigures.Of(counted).Offered), Is.EqualTo((Ending.Ours, 0)));
    }

    [TestCase(9, Ending.ShortAbandoned)]
    [TestCase(10, Ending.Abandoned)]
    public void A_caller_who_leaves_before_ten_seconds_gave_nobody_a_chance(int seconds, Ending ending)
    {
        var counted = Count(Direct("Anna").Starts()["Anna"].Rings().Passes(seconds).Tell(new CallerGone()));
        Assert.That((counted.Ending, counted.SecondsToGiveUp), Is.EqualTo((ending, seconds)));
    }

    [TestCase(9, Ending.ShortCancelled)]
    [TestCase(10, Ending.Cancelled)]
    public void An_agent_who_cancels_before_ten_seconds_gave_nobody_a_chance(int seconds, Ending ending) =>
        Assert.That(Count(Warm("Anna").Starts()["Anna"].Rings().Passes(seconds).Tell(new AgentCancels())).Ending, Is.EqualTo(ending));

    [Test]
    public void Time_in_the_providers_queue_is_not_held_against_whoever_left()
    {
        var story = Direct("Anna").Starts();
        story.Tell(new AttemptSent(1)).Passes(6).Tell(new AttemptDialled(1), new AttemptRinging(1)).Passes(9).Tell(new CallerGone());
        var counted = Count(story);
        Assert.That((counted.Ending, counted.SecondsToGiveUp, counted.SecondsInQueue), Is.EqualTo((Ending.ShortAbandoned, 15, 6)));
    }

    [Test]
    public void A_caller_who_left_while_only_our_failures_had_happened_was_kept_waiting_by_us()
    {
        var ladder = Ladder(Rung("Anna"), Rung("Nina") with { Neighbour = true });
        var story = Direct(ladder).Starts()["Anna"].Ends(LegEnding.CarrierFailure).Passes(14).Tell(new CallerGone());
        Assert.That(Count(story).Ending, Is.EqualTo(Ending.Ours));
    }

    [Test]
    public void An_officer_who_is_lost_and_whom_nobody_follows_has_accepted_all_the_same()
    {
        var story = Direct("Anna").Starts().Connects("Anna")["Anna"].HangsUp().Passes(30)["Anna"].DoesNotAnswer();
        story.Passes(300);
        var counted = Count(story);
        Assert.That((counted.Ending, counted.LostAfterwards), Is.EqualTo((Ending.Accepted, true)));
    }

    [Test]
    public void A_wrong_office_is_accepted_and_misrouted()
    {
        var counted = Count(Direct("Anna").Starts().Connects("Anna").Tell(new PassesOn("other", WrongOffice: true)));
        Assert.That((counted.Ending, counted.Misrouted), Is.EqualTo((Ending.Accepted, true)));
    }

    [Test]
    public void A_ladder_climbed_for_a_callback_is_in_no_other_figure()
    {
        var counted = Count(CallingBack("Anna").Starts()["Anna"].DoesNotAnswer()) with { Way = Way.Callback };
        Assert.That(TransferFigures.Of(counted), Is.EqualTo(new TransferFigures { Climbs = new Load(1, 0) }));
    }

    [TestCase("2026-11-18 09:29", 18)]
    [TestCase("2026-11-18 09:30", 19)]
    [TestCase("2026-07-01 00:00", 0)]
    public void The_half_hour_is_the_norwegian_one(string wall, int half) =>
        Assert.That(Counting.HalfHour(Oslo.At(wall)), Is.EqualTo(half));

    [TestCase(true, false, 3, QueueEnding.Answered)]
    [TestCase(false, true, 9, QueueEnding.ShortAbandoned)]
    [TestCase(false, true, 10, QueueEnding.Abandoned)]
    [TestCase(false, false, 3, QueueEnding.LedElsewhere)]
    public void A_wait_for_an_agent_ends_in_one_way(bool answered, bool hungUp, int seconds, QueueEnding ending) =>
        Assert.That(Counting.EndingOf(answered, hungUp, seconds), Is.EqualTo(ending));

    internal static CountedTransfer Began { get; } =
        new()
        {
            Transfer = "transfer",
            Unit = "0104",
            Line = "0104-general",
            Day = new(2026, 11, 18),
            HalfHour = 20,
            Way = Way.Menu,
            Ending = Ending.Ours,
        };

    private static CountedTransfer Count(TransferStory story) => Count(story.Transfer, story.Now);

    private static CountedTransfer Count(Transfer transfer, Instant endedAt)
    {
        Assert.That(transfer.IsOver, $"the story ends in {transfer.State}");
        return Counting.Of(transfer, Began, acceptedAt: Ten, endedAt);
    }
}
