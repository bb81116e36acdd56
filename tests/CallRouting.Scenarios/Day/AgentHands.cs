using System.Net.Http.Json;
using CallRouting.PhoneNetwork.Phones;
using CallRouting.Server.Agents;
using CallRouting.Server.Transfers;

namespace CallRouting.Scenarios.Day;

/// <summary>
/// One agent with a desk phone and a console: takes what is offered, talks, hands over, finishes up. Knows of a call what the console tells.
/// The talk before a transfer has the demo profile's median of 4 minutes; the rest is assumed.
/// </summary>
/// <param name="pace">How much faster than in the profile they talk.</param>
public sealed class AgentHands(
    World world,
    HttpClient console,
    Agenda agenda,
    Draws draws,
    Func<string, CallerHands> callers,
    int position,
    double pace = 1
)
{
    // A console speaks every ten seconds; every twenty is enough to be heard within thirty, and half the work.
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lunch = TimeSpan.FromMinutes(30);

    private readonly string station = Population.StationOf(position);
    private bool atWork;
    private bool hadLunch;
    private bool mayGoHome;
    private TimeSpan lunchAt;
    private string? call;
    private string? transfer;
    private DateTimeOffset? since;
    private TimeSpan worked;

    public string Id { get; } = $"agent-{position}";

    public string Station => station;

    /// <summary>Signed in, without pauses.</summary>
    public TimeSpan TimeAtWork => worked + (agenda.Now - since ?? TimeSpan.Zero);

    /// <param name="lunch">When lunch begins, from now.</param>
    public async Task ComesToWork(TimeSpan lunch)
    {
        (atWork, lunchAt) = (true, agenda.Now.TimeOfDay + lunch);
        await WillAnswer();
        await Says("Ready", offered: true);
        Lives();
    }

    /// <summary>Closing time: goes home when done and nobody waits on the line.</summary>
    public async Task MayGoHome()
    {
        mayGoHome = true;
        if (atWork && call is null)
        {
            await GoesOn();
        }
    }

    /// <summary>The call of the station has ended.</summary>
    public Task WillAnswer() =>
        world.Phones.Behave(
            station,
            draws.Chance(0.02)
                ? new Behaviour(Reaction.Ignore)
                : new Behaviour(Reaction.Accept, draws.Lognormal(TimeSpan.FromSeconds(3), 0.4).TotalSeconds)
        );

    public void Talks(string with)
    {
        (call, transfer) = (with, null);
        agenda.After(draws.Lognormal(TimeSpan.FromMinutes(4) / pace, 0.5), () => With(with, HandsOver));
    }

    /// <summary>An officer has accepted and talks with the agent.</summary>
    public void Consults(string with) =>
        agenda.After(draws.Lognormal(TimeSpan.FromSeconds(35) / pace, 0.5), () => With(with, () => Verb("complete")));

    /// <summary>All three are together: a word, and the agent leaves.</summary>
    public void Introduces(string with) => agenda.After(draws.Between(4, 12), () => With(with, () => Verb("complete")));

    /// <summary>Nobody accepted: the caller is told what happens now, and the talk ends.</summary>
    public void Explains(string with) => agenda.After(draws.Between(20, 50), () => With(with, Ends));

    /// <summary>What the console shows of the agent has changed.</summary>
    public void Becomes(string presence)
    {
        if (presence.StartsWith("WrapUp", StringComparison.Ordinal))
        {
            call = null;
            agenda.After(draws.Lognormal(TimeSpan.FromMinutes(1) / pace, 0.5), GoesOn);
        }
        else if (presence == "NotAnswering")
        {
            agenda.After(TimeSpan.FromMinutes(1), GoesOn);
        }
    }

    private async Task HandsOver()
    {
        var caller = callers(call!);
        if (caller.Traits.Interpreter)
        {
            using var needs = await console.PutAsJsonAsync($"/api/calls/{call}/needs", new { interpreter = "arabisk" });
            Worked(needs);
        }
        var desk = await console.GetFromJsonAsync<DeskAnswer>($"/api/agents/{Id}/desk");
        if (desk?.Call is { Office: null })
        {
            using var place = await console.PutAsJsonAsync($"/api/calls/{call}/place", new { unit = caller.Traits.Office });
            Worked(place);
        }
        using var begun = await console.PostAsJsonAsync($"/api/calls/{call}/transfers", new { });
        Worked(begun);
        transfer = begun.IsSuccessStatusCode ? (await begun.Content.ReadFromJsonAsync<TransferAnswer>())!.Id : await Begun();
        if (transfer is null)
        {
            // The caller hung up in this moment, and the agent has heard it too.
            return;
        }
        if (draws.Chance(0.4))
        {
            await Verb("skip-consult");
        }
    }

    // A first try that nobody answered may have worked: the screen shows what became of it.
    private async Task<string?> Begun() => (await console.GetFromJsonAsync<DeskAnswer>($"/api/agents/{Id}/desk"))?.Call?.Transfer?.Id;

    private async Task Verb(string verb)
    {
        using var answer = await console.PostAsync($"/api/transfers/{transfer}/{verb}", content: null);
        Worked(answer);
    }

    private async Task Ends()
    {
        using var answer = await console.PostAsync($"/api/calls/{call}/end", content: null);
        Worked(answer);
    }

    // A no is an answer, an error is none: whoever sees one tries again.
    private static void Worked(HttpResponseMessage answer)
    {
        if (answer.StatusCode >= System.Net.HttpStatusCode.InternalServerError)
        {
            answer.EnsureSuccessStatusCode();
        }
    }

    private async Task GoesOn()
    {
        if (!atWork)
        {
            return;
        }
        if (mayGoHome && !await AnybodyOnTheLine())
        {
            atWork = false;
            await Says("SignedOut");
        }
        else if (!hadLunch && agenda.Now.TimeOfDay >= lunchAt)
        {
            hadLunch = true;
            await Says("Paused", code: "Lunch");
            agenda.After(Lunch, GoesOn);
        }
        else
        {
            await Says("Ready");
        }
    }

    private async Task<bool> AnybodyOnTheLine() =>
        (await console.GetFromJsonAsync<List<Server.Queue.QueueAnswer>>("/api/queue"))!.Any(place => !place.IsCallback);

    private async Task Says(string state, bool? offered = null, string? code = null)
    {
        using var answer = await console.PutAsJsonAsync(
            $"/api/agents/{Id}/presence",
            new
            {
                state,
                offered,
                code,
            }
        );
        answer.EnsureSuccessStatusCode();
        (worked, since) = (TimeAtWork, state == "Ready" ? agenda.Now : null);
    }

    private void Lives() =>
        agenda.After(
            Beat,
            async () =>
            {
                if (atWork)
                {
                    using var beat = await console.PostAsync($"/api/agents/{Id}/heartbeat", content: null);
                    Lives();
                }
            }
        );

    // What was planned for a call that is over, is not done.
    private Task With(string planned, Func<Task> act) => call == planned ? act() : Task.CompletedTask;
}
