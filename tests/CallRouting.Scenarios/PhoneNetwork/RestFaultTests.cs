using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static CallRouting.Scenarios.PhoneNetwork.NetworkWorld;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>Contract §8, REST: how requests to the provider go wrong, and whether what they asked for was done all the same.</summary>
[Parallelizable(ParallelScope.All)]
public class RestFaultTests
{
    private static readonly string Calls = $"/2010-04-01/Accounts/{Account}/Calls.json";

    private static FormUrlEncodedContent NewCall() =>
        new(
            new Dictionary<string, string>
            {
                ["To"] = Officer,
                ["From"] = National,
                ["Url"] = "http://product.test/screen",
            }
        );

    private static async Task<string> OfficersPhone(NetworkWorld world)
    {
        await world.Settle();
        return (await world.Phones.Look(Officer)).State;
    }

    [TestCase("rest-429", 429, 20429, "idle")]
    [TestCase("rest-401", 401, 20003, "idle")]
    [TestCase("rest-500-before", 500, 20500, "idle")]
    [TestCase("rest-500-after", 500, 20500, "ringing")]
    [TestCase("rest-503-before", 503, 20503, "idle")]
    [TestCase("rest-503-after", 503, 20503, "ringing")]
    public async Task A_refusal_tells_nothing_of_whether_it_was_done(string kind, int status, int code, string phone)
    {
        await using var world = new NetworkWorld();
        world.Plan.Once(kind);
        using var form = NewCall();
        using var answer = await world.Rest.PostAsync(Calls, form);
        var error = await answer.Content.ReadFromJsonElement();
        Assert.That(((int)answer.StatusCode, error.GetProperty("code").GetInt32()), Is.EqualTo((status, code)));
        Assert.That(await OfficersPhone(world), Is.EqualTo(phone));
        Assert.That((world.Counts[kind], world.Counts.Total), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_proxys_page_is_no_JSON_and_the_phone_rings_all_the_same()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("rest-html-502");
        using var form = NewCall();
        using var answer = await world.Rest.PostAsync(Calls, form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.StartWith("<html>"));
        Assert.That(await OfficersPhone(world), Is.EqualTo("ringing"));
    }

    [Test]
    public async Task An_answer_that_breaks_off_in_the_middle_is_no_JSON_either()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("rest-truncated");
        using var form = NewCall();
        using var answer = await world.Rest.PostAsync(Calls, form);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(body, Does.StartWith("{\"sid\":\"CA"));
        Assert.That(() => JsonDocument.Parse(body), Throws.InstanceOf<JsonException>());
        Assert.That(await OfficersPhone(world), Is.EqualTo("ringing"));
    }

    [Test]
    public async Task A_reset_connection_is_a_broken_request_whose_work_was_done()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("rest-reset");
        using var form = NewCall();
        Assert.That(
            async () => await world.Rest.PostAsync(Calls, form),
            Throws.InstanceOf<HttpRequestException>().Or.InstanceOf<IOException>()
        );
        Assert.That(await OfficersPhone(world), Is.EqualTo("ringing"));
    }

    [TestCase("rest-slow", 3, 201, "idle")]
    [TestCase("rest-hang-before", 20, 504, "idle")]
    [TestCase("rest-hang-after", 20, 201, "ringing")]
    public async Task A_slow_answer_comes_when_the_clock_has_moved(string kind, int seconds, int status, string meanwhile)
    {
        await using var world = new NetworkWorld();
        world.Plan.Once(kind);
        using var form = NewCall();
        var asking = world.Rest.PostAsync(Calls, form);
        await world.HoldsBack(1);
        Assert.That(await OfficersPhone(world), Is.EqualTo(meanwhile));
        world.Time.Advance(TimeSpan.FromSeconds(seconds - 0.1));
        Assert.That((asking.IsCompleted, world.Activity.Parked), Is.EqualTo((false, 1)));
        world.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.That(world.Activity.Parked, Is.Zero);
        using var answer = await asking;
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(await OfficersPhone(world), Is.EqualTo(status == 201 ? "ringing" : "idle"));
    }

    [Test]
    public async Task Who_gives_up_waiting_is_no_longer_held_back()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("rest-hang-before");
        using var form = NewCall();
        using var impatience = new CancellationTokenSource();
        var asking = world.Rest.PostAsync(Calls, form, impatience.Token);
        await world.HoldsBack(1);
        await impatience.CancelAsync();
        Assert.That(async () => await asking, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(world.Activity.Parked, Is.Zero);
        Assert.That(await OfficersPhone(world), Is.EqualTo("idle"));
    }

    [Test]
    public async Task A_crowd_turns_away_whoever_comes_within_the_same_third_of_a_second()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("rest-429");
        Assert.That((await world.Get("Calls.json")).Status, Is.EqualTo(429));
        Assert.That((await world.Get("Calls.json")).Status, Is.EqualTo(429));
        world.Time.Advance(TimeSpan.FromSeconds(0.31));
        Assert.That((await world.Get("Calls.json")).Status, Is.EqualTo(200));
        Assert.That(world.Counts["rest-429"], Is.EqualTo(2));
    }

    [Test]
    public async Task What_has_just_happened_may_not_be_known_for_two_seconds()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", """<Pause length="60"/>""");
        var sid = await world.Calls(Officer);
        await world.Passes(10);
        world.Plan.Set("rest-stale", 1);
        async Task<string?> Status() => (await world.Get($"Calls/{sid}.json")).Body.GetProperty("status").GetString();
        await world.Answers(Officer);
        Assert.That(await Status(), Is.EqualTo("ringing"));
        Assert.That((await world.Get("Calls.json?Status=in-progress")).Body.GetProperty("calls").GetArrayLength(), Is.Zero);
        Assert.That((await world.Get("Calls.json?Status=ringing")).Body.GetProperty("calls").GetArrayLength(), Is.EqualTo(1));
        await world.Passes(2);
        Assert.That(await Status(), Is.EqualTo("in-progress"));
        await world.Calls(Backup);
        Assert.That(
            (await world.Get("Calls.json")).Body.GetProperty("calls").GetArrayLength(),
            Is.EqualTo(1),
            "the new call is not listed"
        );
    }

    [Test]
    public async Task A_room_and_who_is_in_it_may_not_be_known_either()
    {
        await using var world = new NetworkWorld();
        world.Product.Says("/screen", "<Dial><Conference>conf-1</Conference></Dial>");
        var sid = await world.Calls(Officer);
        await world.Answers(Officer);
        await world.Passes(3);
        var room = (await world.Get("Conferences.json")).Body.GetProperty("conferences")[0].GetProperty("sid").GetString();
        world.Plan.Set("rest-stale", 1);
        async Task<int> Legs() =>
            (await world.Get($"Conferences/{room}/Participants.json")).Body.GetProperty("participants").GetArrayLength();
        await world.HangsUp(Officer);
        Assert.That((await Legs(), (await world.Get($"Conferences/{room}/Participants/{sid}.json")).Status), Is.EqualTo((1, 200)));
        Assert.That((await world.Get($"Conferences/{room}.json")).Body.GetProperty("status").GetString(), Is.EqualTo("init"));
        await world.Passes(2);
        Assert.That((await Legs(), (await world.Get($"Conferences/{room}/Participants/{sid}.json")).Status), Is.EqualTo((0, 404)));
        Assert.That((await world.Get($"Conferences/{room}.json")).Body.GetProperty("status").GetString(), Is.EqualTo("completed"));
    }

    [Test]
    public async Task Who_has_just_entered_a_room_is_not_found_for_300_ms()
    {
        await using var world = new NetworkWorld();
        world.Plan.Once("participant-unseen", Officer);
        world.Product.Says("/screen", "<Dial><Conference>conf-1</Conference></Dial>");
        var sid = await world.Calls(Officer);
        await world.Answers(Officer);
        var room = (await world.Get("Conferences.json")).Body.GetProperty("conferences")[0].GetProperty("sid").GetString();
        var path = $"Conferences/{room}/Participants/{sid}.json";
        Assert.That((await world.Post(path, ("Muted", "true"))).Body.GetProperty("code").GetInt32(), Is.EqualTo(20404));
        await world.Passes(0.3);
        Assert.That((await world.Post(path, ("Muted", "true"))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_reset_is_a_broken_request_over_a_real_connection_too()
    {
        await using var network = CallRouting.PhoneNetwork.PhoneNetworkHost.Build([
            "--urls=http://127.0.0.1:0",
            "--PhoneNetwork:Faults:Rates:rest-reset=1",
        ]);
        await network.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(network.Urls.Single()) };
        client.DefaultRequestHeaders.Add(
            "Authorization",
            "Basic " + Convert.ToBase64String("AC00000000000000000000000000000001:demo0token0demo0token0demo0token"u8)
        );
        Assert.That(async () => await client.GetAsync(Calls), Throws.InstanceOf<HttpRequestException>());
        Assert.That((await client.GetFromJsonAsync<Dictionary<string, int>>("/faults"))!["rest-reset"], Is.EqualTo(1));
    }
}
