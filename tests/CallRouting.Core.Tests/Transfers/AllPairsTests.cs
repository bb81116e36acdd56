using CallRouting.Core.Transfers;

namespace CallRouting.Core.Tests.Transfers;

/// <summary>Every state meets every event, in every situation that can be reached.</summary>
public sealed class AllPairsTests
{
    // A dash: changes nothing, ever. "always": something is decided whatever else holds. Otherwise something is decided exactly if
    //   own       the event is about an attempt that is live, or the one that was accepted (not ended, foreign or unknown)
    //   dialling  the provider has not said that this attempt's phone rings;   silent  nobody has answered it
    //   waiting   the ladder waits for it: it is not the officer who looks for a room
    //   agent     an agent is there;   stays  and was not asked to leave;   consult  and did not choose to skip the consultation
    //   line      the caller's call lives;   room  and is in the room;   held  and on hold;   unheld  and not on hold
    //   alone     no agent is there;   news  the officer is not being asked that already
    //   free      no other call of ours has a phone of the ladder
    //   due       the moment that the transfer asked to be woken at has come
    private const string Table = """
        event                Ringing        AwaitingPhone  Joining        OfficerIsIn  Consulting  Merging  RingingCaller  Connected    PassingOn  Rejoining  BackIn  Interrupted  Over
        AttemptSent          own+dialling   -              -              -            -           -        -              -            -          -          -       -            -
        AttemptDialled       own+dialling   -              -              -            -           -        -              -            -          -          -       -            -
        AttemptRinging       own+dialling   -              -              -            -           -        -              -            -          -          -       -            -
        AttemptAnswered      own+silent     -              -              -            -           -        -              -            -          -          -       -            -
        AttemptEnded         own            -              own            own          own         own      own            own          own        own        own     -            -
        OfficerPressed(1)    own            -              -              -            -           -        -              -            -          -          -       -            -
        OfficerPressed(2)    own            -              -              -            -           -        -              -            -          -          -       -            -
        OfficerPressed(3)    own+waiting    -              -              -            -           -        -              -            -          -          -       -            -
        OfficerPressed(*)    -              -              -              -            -           -        -              own+alone    -          -          -       -            -
        OfficerPressed(7)    -              -              -              -            -           -        -              -            -          -          -       -            -
        OfficerEntered       -              -              own            -            -           -        -              -            -          own        -       -            -
        CallerEntered        -              -              -              always       -           -        always         -            -          -          always  -            -
        CallerHeld           room           room           room+unheld    -            unheld      -        -              always       -          -          -       -            room
        CallerUnheld         -              -              -              -            held        always   -              -            -          -          -       -            -
        CallerGone           line           line           line           always       always      always   -              always       always     always     always  always       -
        CallerChoseCallback  line           line           -              -            -           -        -              -            -          -          -       -            -
        CallerNotReached     -              -              -              -            -           -        always         -            -          -          -       -            -
        AgentGone            agent          agent          agent          -            always      agent    -              agent        -          -          -       -            -
        AgentSkipsConsult    agent+consult  agent+consult  agent+consult  -            always      agent    -              -            -          -          -       -            -
        AgentMerges          -              -              -              -            always      agent    -              -            -          -          -       -            -
        AgentLeaves          agent          agent          agent          -            always      agent    -              agent        -          -          -       -            -
        AgentReturns         agent+stays    agent+stays    agent+stays    -            always      agent    -              agent+stays  -          -          -       -            -
        AgentCancels         agent+stays    agent+stays    agent+stays    -            always      agent    -              -            -          -          -       -            -
        PhoneFree            -              free           -              -            -           -        -              -            -          -          -       -            -
        PassOnAsked          -              -              -              -            -           -        -              -            own+news   -          -       -            -
        OfficerGoesBack      -              -              -              -            -           -        -              -            own        -          -       -            -
        PassesOn             -              -              -              -            -           -        -              always       always     -          -       -            -
        TimePassed           due            due            due            due          -           due      due            -            due        due        due     due          -
        """;

    private static readonly string[][] Rows = [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static readonly Lazy<ILookup<(string State, string Event), Situation>> ByPair = new(() =>
        Situations.All.ToLookup(at => (Situations.Column(at.Transfer), Row(at.Happened)))
    );

    [TestCaseSource(nameof(Pairs))]
    public void Each_pair_decides_something_exactly_when_the_table_says(string state, string happened, string when)
    {
        var situations = ByPair.Value[(state, happened)].ToList();
        var decided = situations.Where(at => !at.Decision.IsNothing).ToList();
        Assert.That(situations.Where(at => Holds(when, at) == at.Decision.IsNothing), Is.Empty, "where table and rules differ");
        Assert.That(decided.Count == 0, Is.EqualTo(when == "-"), "a dash, and only a dash, is never");
        Assert.That(decided.Count == situations.Count, Is.EqualTo(when == "always"), "always, and only always, has no exception");
    }

    [Test]
    public void Every_situation_that_can_be_reached_gets_a_well_formed_answer()
    {
        var faults =
            from situation in Situations.All
            from fault in WellFormed.Faults(situation.Decision).Concat(WellFormed.Faults(situation.Transfer, situation.Decision))
            select $"{fault}: {situation}";
        Assert.That(faults, Is.Empty);
    }

    [Test]
    public void The_table_has_a_row_for_every_event() =>
        Assert.That(
            Rows.Skip(1).Select(row => row[0].Split('(')[0]).Distinct(),
            Is.EquivalentTo(Situations.Kinds(typeof(TransferEvent)).Select(kind => kind.Name))
        );

    [Test]
    public void Every_state_is_reached() =>
        Assert.That(
            Situations.All.Select(at => at.Transfer.State.GetType()).Distinct(),
            Is.EquivalentTo(Situations.Kinds(typeof(TransferState)))
        );

    private static IEnumerable<TestCaseData> Pairs() =>
        from row in Rows.Skip(1)
        from column in Enumerable.Range(1, Rows[0].Length - 1)
        select new TestCaseData(Rows[0][column], row[0], row[column]).SetArgDisplayNames(Rows[0][column], row[0], row[column]);

    private static string Row(TransferEvent happened) =>
        happened is OfficerPressed pressed ? $"{nameof(OfficerPressed)}({pressed.Key})" : happened.GetType().Name;

    private static bool Holds(string when, Situation at) => when.Split('+').All(word => HoldsWord(word, at));

    private static bool HoldsWord(string word, Situation at) =>
        word switch
        {
            "always" => true,
            "-" => false,
            "own" => About(at) is { Phase: not AttemptPhase.Ended },
            "dialling" => About(at) is { Phase: AttemptPhase.Dialling },
            "silent" => About(at) is { Phase: AttemptPhase.Dialling or AttemptPhase.Ringing },
            "waiting" => About(at) is { Blocks: true },
            "agent" => at.Transfer.HasAgent,
            "stays" => !at.Transfer.AgentIsLeaving,
            "consult" => !at.Transfer.SkipConsult,
            "line" => at.Transfer.CallerIsOnLine,
            "room" => at.Transfer.CallerIsInRoom,
            "held" => at.Transfer.CallerIsHeld,
            "unheld" => !at.Transfer.CallerIsHeld,
            "alone" => !at.Transfer.HasAgent,
            "news" => (at.Transfer.State as PassingOn)?.Question != (at.Happened as PassOnAsked)?.Question,
            "free" => !at.Busy,
            "due" => at.Now >= at.Transfer.WakeAt,
            _ => throw new ArgumentException($"The table's legend does not know \"{word}\".", nameof(word)),
        };

    private static Attempt? About(Situation at) =>
        at.Happened.GetType().GetProperty(nameof(AttemptSent.Attempt))?.GetValue(at.Happened) is int number
            ? at.Transfer.Attempts.SingleOrDefault(attempt => attempt.Number == number)
            : null;
}
