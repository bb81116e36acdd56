using CallRouting.Server.Rosters;

namespace CallRouting.Scenarios.Calls;

/// <summary>
/// Three people share a line with the neighbour: Nittedal's primary is on duty for Nittedal and, by agreement, for Moss, which has nobody
/// of its own.
/// </summary>
[Category(WorldDatabase.Postgres)]
public sealed class AgreementScenarios : Scenario
{
    private const string Agreement = "Nittedal og Moss";

    protected override Population People { get; } =
        new([
            new("0233", "Nittedal", "Primary", "Backup", "Lead", Agreement: Agreement),
            new("0104", "Moss", Primary: null, Lead: "Moss Lead", Agreement: Agreement, KeptBy: "0233-1"),
        ]);

    [TestCase("0233")]
    [TestCase("0104")]
    public async Task A_call_to_either_office_rings_the_same_phone(string office)
    {
        await World.DialsTheDoorOf(office);
        await Officer("Primary").AnswersAndPresses("1");
        await World.Caller().IsTalkingWith("Primary");
    }

    [Test]
    public async Task Both_are_covered_without_alarm_and_each_is_counted_by_itself()
    {
        var coverage = await World.Get<CoverageAnswer>("supervisor", "coverage?from=2026-11-19T08:00:00Z&to=2026-11-19T14:00:00Z");

        Assert.That(coverage.Findings.Select(finding => finding.Kind), Has.None.AnyOf("DoubleBooking", "SharedNumber", "Gap"));
        Assert.That(
            coverage.Lines.Select(line => (line.Line, line.Sum.ObligationHours, line.Sum.CoveredHours)).Order(),
            Is.EqualTo(new[] { ("0104-general", 6.0, 6.0), ("0233-general", 6.0, 6.0) })
        );
    }

    [Test]
    public async Task What_goes_unanswered_is_the_record_of_the_office_that_was_called()
    {
        var moss = await World.DialsTheDoorOf("0104");
        await Officer("Primary").Rings();
        await World.Until(async () => (await World.Flags()).Count > 0, "the ladder is exhausted", 120);

        Assert.That(
            (await World.Flags()).Select(flag => (flag.Call, flag.Unit, flag.Line)),
            Is.EqualTo(new[] { (moss, "0104", "0104-general") })
        );
        Assert.That(
            (await World.Callbacks()).Select(callback => (callback.Unit, callback.Line)),
            Is.EqualTo(new[] { ("0104", "0104-general") })
        );
        Assert.That((await Load("0104")).Direct.Offered, Is.EqualTo(1));
        Assert.That((await Load("0233")).Direct.Offered, Is.Zero);
    }

    [Test]
    public async Task While_one_offices_caller_has_the_phone_the_others_goes_up_the_ladder_or_waits()
    {
        await World.DialsTheDoorOf("0104");
        await Officer("Primary").AnswersAndPresses("1");
        await World.Caller().IsTalkingWith("Primary");

        await World.DialsTheDoorOf("0233", "Second caller");
        await Officer("Backup").AnswersAndPresses("1");
        await World.Caller("Second caller").IsTalkingWith("Backup");
        await World.Caller().IsTalkingWith("Primary");
    }

    private Task<LineLoad> Load(string office) =>
        World.Get<LineLoad>("supervisor", $"lines/{office}-general/load?from=2026-11-18T00:00:00Z&to=2026-11-19T00:00:00Z");
}
