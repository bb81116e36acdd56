using System.Net;
using System.Net.Http.Json;
using CallRouting.Core.Health;
using CallRouting.Server.Health;

namespace CallRouting.Scenarios.Calls;

/// <summary>Before the lines open, the service calls itself.</summary>
public sealed class MorningScenarios : Scenario
{
    protected override string When => "2026-11-18 08:30";

    [Test]
    public async Task The_morning_checks_call_goes_the_whole_way_and_is_on_nobodys_list()
    {
        var check = await Check();
        Assert.That(check.ConcludedAt, Is.Not.Null);
        Assert.That(check.Findings.Where(finding => finding.Hinders), Is.Empty);
        Assert.That(check.Findings.Select(finding => finding.Reason).Distinct(), Is.EqualTo([FindingReasons.NeverConfirmed]));
        Assert.That(check.Opens, Is.EqualTo(new DateTimeOffset(2026, 11, 18, 8, 0, 0, TimeSpan.Zero)), "nine o'clock in Norway");
        Assert.That(await World.Callbacks(), Is.Empty);
        Assert.That(await World.Flags(), Is.Empty);
    }

    private async Task<MorningCheckAnswer> Check()
    {
        using var client = World.Api("supervisor");
        using var begun = await client.PostAsync(new Uri("/api/checks/morning", UriKind.Relative), null);
        Assert.That(begun.StatusCode, Is.EqualTo(HttpStatusCode.Accepted));
        await World.Passes(70);
        return (await client.GetFromJsonAsync<MorningCheckAnswer>("/api/checks/morning"))!;
    }
}
