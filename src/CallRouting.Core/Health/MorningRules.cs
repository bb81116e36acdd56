namespace CallRouting.Core.Health;

/// <summary>What the morning check makes of what it saw: what hinders callers today, and what somebody should look at.</summary>
public static class MorningRules
{
    public static IReadOnlyList<Finding> Find(MorningFacts facts) =>
        [.. OfSetUp(facts.SetUp), .. OfTestCall(facts.TestCall), .. facts.Lines.SelectMany(OfLine), .. OfBacklog(facts.OverdueCallbacks)];

    private static IEnumerable<Finding> OfSetUp(string? wrong)
    {
        if (wrong is not null)
        {
            yield return new(FindingReasons.SetUp, Hinders: true, Detail: wrong);
        }
    }

    // Each step needs the one before, so the first that failed is the one that is told.
    private static IEnumerable<Finding> OfTestCall(TestCall call)
    {
        var failed =
            call.Refused is not null ? FindingReasons.CallRefused
            : !call.CameIn ? FindingReasons.CallDidNotComeIn
            : !call.HeardGreeting ? FindingReasons.NoGreeting
            : !call.Ended ? FindingReasons.NoHangUp
            : null;
        if (failed is not null)
        {
            yield return new(failed, Hinders: true, Detail: call.Refused);
        }
    }

    private static IEnumerable<Finding> OfLine(LineAtOpening line)
    {
        if (line.IsOutOfService)
        {
            return [Of(line, FindingReasons.OutOfService, hinders: true)];
        }
        if (line.OnDuty.All(officer => officer.IsPaused))
        {
            return [Of(line, line.OnDuty.Count == 0 ? FindingReasons.NobodyOnDuty : FindingReasons.EverybodyPaused, hinders: true)];
        }
        return
        [
            .. line.OnDuty.Where(officer => officer.IsPaused).Select(officer => Of(line, FindingReasons.Paused, false, officer.Name)),
            .. line
                .OnDuty.Where(officer => officer is { IsPaused: false, HasAccepted: false })
                .Select(officer => Of(line, FindingReasons.NeverConfirmed, false, officer.Name)),
        ];
    }

    private static Finding Of(LineAtOpening line, string reason, bool hinders, string? who = null) =>
        new(reason, hinders, line.Unit, line.Id, who, line.Name);

    private static IEnumerable<Finding> OfBacklog(int overdue)
    {
        if (overdue > 0)
        {
            yield return new(FindingReasons.Overdue, Hinders: false, Detail: $"{overdue}");
        }
    }
}

/// <summary>Why a morning check found something. Stored and shown: add, never change.</summary>
public static class FindingReasons
{
    public const string SetUp = "numbers are set up wrongly";
    public const string CallRefused = "test call was refused";
    public const string CallDidNotComeIn = "test call did not come in";
    public const string NoGreeting = "test call heard no greeting";
    public const string NoHangUp = "end of test call was not reported";
    public const string OutOfService = "line is out of service";
    public const string NobodyOnDuty = "nobody on duty at opening";
    public const string EverybodyPaused = "everybody on duty is paused";
    public const string Paused = "officer on duty is paused";
    public const string NeverConfirmed = "duty phone has never accepted a call";
    public const string Overdue = "call-backs are overdue";
}
