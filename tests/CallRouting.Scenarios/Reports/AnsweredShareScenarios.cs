using CallRouting.PhoneNetwork.Phones;
using CallRouting.Scenarios.Calls;
using CallRouting.Server.Reports;

namespace CallRouting.Scenarios.Reports;

/// <summary>What the inspectorate saw: 44 callers put through to one office, and six of them answered.</summary>
public sealed class AnsweredShareScenarios : Scenario
{
    private const int Callers = 44;
    private const int Accepted = 6;

    [Test]
    public async Task Of_44_transfers_6_are_accepted_and_that_is_14_per_cent()
    {
        await Live(Reaction.Ignore);
        await TheReportSays14PerCent();
    }

    [Test]
    public async Task With_a_voicemail_answering_all_the_others_it_is_14_per_cent_still()
    {
        await Live(Reaction.Voicemail);
        await TheReportSays14PerCent();
    }

    private async Task Live(Reaction others)
    {
        for (var number = 0; number < Callers; number++)
        {
            var isAccepted = number % 7 == 3;
            foreach (var name in new[] { "Primary", "Backup", "Lead" })
            {
                await Officer(name).Will(isAccepted ? Reaction.Accept : others);
            }
            var caller = await World.CallerToNittedal();
            if (isAccepted)
            {
                await caller.IsTalkingWith("Primary");
                await caller.HangsUp();
            }
            // Whom nobody answers hears the truth, and the call ends by itself.
            await World.Passes(250);
        }
    }

    private async Task TheReportSays14PerCent()
    {
        var answer = await World.Get<FiguresAnswer>("supervisor", "figures?scope=office:0233&period=2026-11-18");
        var share = answer.Figures.Single(figure => figure.Key == "answeredShare");
        Assert.That((share.Part, share.Whole), Is.EqualTo(((long?)Accepted, (long?)Callers)));
        Assert.That(Math.Round(share.Value!.Value * 100), Is.EqualTo(14));
    }
}
