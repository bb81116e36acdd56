using CallRouting.Core.Health;

namespace CallRouting.Core.Tests.Health;

/// <summary>What a morning check finds: what hinders callers, and what somebody should look at.</summary>
public sealed class MorningRulesTests
{
    private static readonly OfficerAtOpening Ready = new("Kaia", IsPaused: false, HasAccepted: true);
    private static readonly OfficerAtOpening Paused = new("Per", IsPaused: true, HasAccepted: true);
    private static readonly OfficerAtOpening Unproven = new("Ida", IsPaused: false, HasAccepted: false);

    private static readonly MorningFacts Calm = new(TestCall.Good, null, [Line(Ready)], 0);

    [Test]
    public void A_calm_morning_has_no_findings() => Assert.That(MorningRules.Find(Calm), Is.Empty);

    [TestCase("status 401", false, false, false, FindingReasons.CallRefused)]
    [TestCase(null, false, false, false, FindingReasons.CallDidNotComeIn)]
    [TestCase(null, true, false, false, FindingReasons.NoGreeting)]
    [TestCase(null, true, false, true, FindingReasons.NoGreeting)]
    [TestCase(null, true, true, false, FindingReasons.NoHangUp)]
    public void A_test_call_is_told_by_the_first_step_that_failed(string? refused, bool cameIn, bool heard, bool ended, string reason)
    {
        var found = MorningRules.Find(Calm with { TestCall = new(refused, cameIn, heard, ended) });
        Assert.That(found, Is.EqualTo([new Finding(reason, Hinders: true, Detail: refused)]));
    }

    [Test]
    public void Numbers_that_are_set_up_wrongly_hinder() =>
        Assert.That(
            MorningRules.Find(Calm with { SetUp = "+47: set the voice URL" }),
            Is.EqualTo([new Finding(FindingReasons.SetUp, true, Detail: "+47: set the voice URL")])
        );

    [Test]
    public void A_line_that_nobody_would_answer_hinders()
    {
        Assert.That(Found(Line()), Is.EqualTo((FindingReasons.NobodyOnDuty, true, (string?)null)));
        Assert.That(Found(Line(Paused, Paused)), Is.EqualTo((FindingReasons.EverybodyPaused, true, (string?)null)));
        Assert.That(Found(Line(Ready) with { IsOutOfService = true }), Is.EqualTo((FindingReasons.OutOfService, true, (string?)null)));
    }

    [Test]
    public void Of_a_line_that_somebody_would_answer_the_rest_is_to_be_looked_at()
    {
        Assert.That(Found(Line(Ready, Paused)), Is.EqualTo((FindingReasons.Paused, false, "Per")));
        Assert.That(Found(Line(Ready, Unproven)), Is.EqualTo((FindingReasons.NeverConfirmed, false, "Ida")));
    }

    [Test]
    public void Overdue_call_backs_are_to_be_looked_at() =>
        Assert.That(
            MorningRules.Find(Calm with { OverdueCallbacks = 3 }),
            Is.EqualTo([new Finding(FindingReasons.Overdue, false, Detail: "3")])
        );

    private static LineAtOpening Line(params OfficerAtOpening[] onDuty) => new("0233-general", "0233", "Vakttelefon", false, onDuty);

    private static (string, bool, string?) Found(LineAtOpening line)
    {
        var finding = MorningRules.Find(Calm with { Lines = [line] }).Single();
        Assert.That((finding.Unit, finding.Line, finding.Detail), Is.EqualTo(("0233", "0233-general", "Vakttelefon")));
        return (finding.Reason, finding.Hinders, finding.Who);
    }
}
