using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Transfers;
using NodaTime;

namespace CallRouting.Server.Tests.Transfers;

/// <summary>What an agent sees of a ladder that is being climbed.</summary>
public sealed class TransferAnswerTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 9, 0);
    private static readonly Reachable Kari = new("0104-1", "Kari", new PhoneNumber("+4712010401"));
    private static readonly Reachable Per = new("0104-2", "Per", new PhoneNumber("+4712010402"));
    private static readonly Reachable Lead = new("0104-3", "Lead", new PhoneNumber("+4712010403"));

    private Transfer transfer = null!;

    [SetUp]
    public void A_ladder_of_three_rungs_begins()
    {
        var ladder = new Ladder([Rung("primary", Kari), Rung("backup", Per), Rung("lead", Lead)], 1, Duration.FromSeconds(120));
        var begun = new Transfer
        {
            Id = new("transfer-1"),
            Call = new("call-1"),
            Ladder = ladder,
            State = Ringing.NotYet,
            StartedAt = Now,
            ClimbSince = Now,
            HasAgent = true,
            CallerIsOnLine = true,
            CallerIsInRoom = true,
        };
        transfer = TransferRules.Start(begun, Free).Transfer;
    }

    [Test]
    public void The_first_rings_and_the_others_are_next()
    {
        Happens(new AttemptRinging(1));
        Assert.That(People, Is.EqualTo(new[] { "primary Kari Ringing", "backup Per Next", "lead Lead Next" }));
        Assert.That(Answer.NextRung, Is.EqualTo("backup"));
        Assert.That(Answer.RingingUntil, Is.EqualTo((Now + Duration.FromSeconds(27)).ToDateTimeOffset()));
    }

    [Test]
    public void Who_did_not_answer_stays_on_the_ladder_and_nobody_comes_after_the_last()
    {
        Happens(new AttemptEnded(1, LegEnding.NoAnswer), new AttemptEnded(2, LegEnding.Busy), new AttemptAnswered(3));
        Assert.That(People, Is.EqualTo(new[] { "primary Kari NoAnswer", "backup Per Busy", "lead Lead Listening" }));
        Assert.That(Answer.NextRung, Is.Null);
    }

    [Test]
    public void Once_somebody_has_accepted_nobody_is_next()
    {
        Happens(new AttemptAnswered(1), new OfficerPressed(1, '1'));
        Assert.That(People, Is.EqualTo(new[] { "primary Kari Accepted", "backup Per NotRung", "lead Lead NotRung" }));
        Assert.That((Answer.RingingUntil, Answer.NextRung), Is.EqualTo(((DateTimeOffset?)null, (string?)null)));
    }

    [Test]
    public void While_everybody_is_busy_it_says_that_it_waits_for_a_phone()
    {
        transfer = TransferRules.Start(transfer with { State = Ringing.NotYet, Attempts = [] }, new(Now, Phones(Kari, Per, Lead))).Transfer;
        Assert.That(Answer.WaitingForPhone);
        Assert.That(People, Is.EqualTo(new[] { "primary Kari Skipped", "backup Per Skipped", "lead Lead Skipped" }));
        Assert.That(Answer.RingingUntil, Is.Null);
    }

    private static Moment Free => new(Now, Phones());

    private static HashSet<string> Phones(params Reachable[] busy) => [.. busy.Select(who => who.Phone.E164)];

    private static Rung Rung(string name, Reachable who) => new(name, [who], Duration.FromSeconds(20));

    private TransferAnswer Answer => TransferAnswer.Of(new TransferRow { State = "any" }, transfer);

    private IEnumerable<string> People =>
        Answer.Ladder.SelectMany(rung => rung.People.Select(person => $"{rung.Rung} {person.Name} {person.State}"));

    private void Happens(params TransferEvent[] events) =>
        transfer = events.Aggregate(transfer, (before, happened) => TransferRules.Next(before, happened, Free).Transfer);
}
