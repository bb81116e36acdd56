using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using CallRouting.Core.Offices;
using CallRouting.Core.Reports;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Calls;
using CallRouting.Server.Live;
using CallRouting.Server.Reports;
using CallRouting.Server.Supervision;
using CallRouting.Server.Transfers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace CallRouting.Scenarios;

/// <summary>The people of a world, and what they see on screen.</summary>
public sealed partial class World
{
    public Person Caller(string name = "Caller") => Phone(name);

    public Person Phone(string name) => new(this, NumberOf(name), name);

    public string NumberOf(string name) => population.NumberOf(name);

    /// <summary>Dials as far as the ladder: urgent or not, from postcode 1481.</summary>
    public async Task<Person> CallerToNittedal(bool urgent = false)
    {
        var caller = Caller();
        await caller.Dials(Population.National);
        await caller.Presses("1", urgent ? "1" : "2", "1481", "1");
        return caller;
    }

    public HttpClient Api(string role)
    {
        var client = NextNode().GetTestClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", $"demo-{role}");
        return client;
    }

    public async Task<T> Get<T>(string role, string path)
    {
        using var client = Api(role);
        return (await client.GetFromJsonAsync<T>($"/api/{path}"))!;
    }

    public async Task<HttpStatusCode> Post(string role, string path, object? body = null)
    {
        using var client = Api(role);
        using var response = await client.PostAsJsonAsync($"/api/{path}", body ?? new { });
        await Settle();
        return response.StatusCode;
    }

    public Task<List<CallbackAnswer>> Callbacks() => Get<List<CallbackAnswer>>("supervisor", "callbacks");

    public Task<List<FlagAnswer>> Flags() => Get<List<FlagAnswer>>("supervisor", "flags");

    public async Task<CallAnswer> TheCall() => (await Get<List<CallAnswer>>("agent", "calls"))[0];

    public async Task<TransferAnswer> TheTransfer()
    {
        var story = await Get<CallStory>("agent", $"calls/{(await TheCall()).Id}");
        return await Get<TransferAnswer>("agent", $"transfers/{story.Transfers[^1]}");
    }

    /// <summary>The call's timeline tells these, in this order, perhaps with others between. Written "Primary: no answer" or "connected".</summary>
    public async Task TimelineTells(params string[] lines) => await TimelineOf((await TheCall()).Id, lines);

    public async Task TimelineOf(string call, params string[] lines)
    {
        var story = await Get<CallStory>("agent", $"calls/{call}");
        var told = story.Timeline.Select(Line).ToList();
        var from = 0;
        foreach (var line in lines)
        {
            var at = told.FindIndex(from, each => each == line);
            Assert.That(at, Is.GreaterThanOrEqualTo(0), $"\"{line}\" is missing after line {from} of:\n{string.Join('\n', told)}");
            from = at + 1;
        }
    }

    /// <summary>A healthy world: the provider complains of nothing, and nobody logged an error.</summary>
    public async Task NothingWentWrong()
    {
        await Settle();
        Assert.That(
            (await Phones.Complaints()).Select(entry => $"{entry.Code} {entry.Message} {entry.Url}"),
            Is.Empty,
            "the provider's debugger"
        );
        Assert.That(faults.Lines, Is.Empty, "errors in the logs");
        Assert.That(await Recounted(), Is.Empty, "figures that are not what the timeline says");
    }

    /// <summary>Where figures say something else than the timeline does, of all that the world has lived.</summary>
    internal async Task<IReadOnlyList<string>> Recounted()
    {
        var today = Time.GetUtcNow().ToInstant().OsloDate();
        return await NextNode().Services.GetRequiredService<Recounting>().Compare(ReportPeriod.Between(today.PlusDays(-40), today));
    }

    private static string Line(TimelineEvent happened) => happened.Who is null ? happened.Kind : $"{happened.Who}: {happened.Kind}";
}
