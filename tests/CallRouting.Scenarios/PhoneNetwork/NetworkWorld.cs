using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CallRouting.PhoneNetwork;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Faults;
using CallRouting.PhoneNetwork.Phones;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CallRouting.Scenarios.PhoneNetwork;

/// <summary>A network, a product and a clock, alone in the world.</summary>
public sealed class NetworkWorld : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Token = "sim0authtoken0sim0authtoken0abcd";
    public const string National = "+4755553333";
    public const string Caller = "+4710000001";
    public const string Officer = "+4710000002";
    public const string Backup = "+4710000003";

    private readonly string demoFile = Path.Combine(
        TestContext.CurrentContext.WorkDirectory,
        $"demo-{TestContext.CurrentContext.Test.ID}.json"
    );
    private readonly FaultLog faults = new();
    private readonly WebApplication network;

    public NetworkWorld(params (string Key, string Value)[] settings)
    {
        File.WriteAllText(
            demoFile,
            $$"""
            {
              "phones": [
                { "number": "{{Caller}}", "role": "caller", "name": "Kari Caller" },
                { "number": "{{Officer}}", "role": "officer", "name": "Ola Officer", "office": "ours" },
                { "number": "{{Backup}}", "role": "officer", "name": "Berit Backup" }
              ],
              "inboundNumbers": [ { "number": "{{National}}", "flow": "national" } ]
            }
            """
        );
        network = PhoneNetworkHost.Build([], builder => Arrange(builder, settings));
        network.Start();
        Rest = network.GetTestClient();
        Rest.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{Token}"))
        );
    }

    public ManualTime Time { get; } = new(new DateTimeOffset(2026, 11, 18, 10, 0, 0, TimeSpan.FromHours(1)));

    public Product Product { get; } = new();

    public HttpClient Rest { get; }

    public HttpClient Control => network.GetTestClient();

    public Exchange Phones => network.Services.GetRequiredService<Exchange>();

    /// <summary>What goes wrong in this world; nothing, until a test says so.</summary>
    public FaultPlan Plan => network.Services.GetRequiredService<FaultPlan>();

    public FaultCounts Counts => network.Services.GetRequiredService<FaultCounts>();

    public NetworkActivity Activity => network.Services.GetRequiredService<NetworkActivity>();

    /// <summary>Waits until nothing is left to do at this moment of the clock.</summary>
    public async Task Settle()
    {
        while (!Activity.Idle)
            await Activity.WhenIdle();
    }

    /// <summary>Waits until so many requests of ours stand still until the clock moves.</summary>
    public async Task HoldsBack(int requests)
    {
        while (Activity.Parked != requests)
            await Task.Yield();
        await Settle();
    }

    /// <summary>Waits until the product has been asked there so often; for a product that does not answer, so that nothing ever settles.</summary>
    public async Task IsAsked(string path, int times = 1)
    {
        while (Product.AskedAt(path).Count < times)
            await Task.Yield();
    }

    /// <summary>Lets time pass, settling at every moment at which something falls due.</summary>
    public async Task Passes(double seconds)
    {
        var end = Time.GetUtcNow() + TimeSpan.FromSeconds(seconds);
        await Settle();
        while (Time.NextDue is { } due && due <= end)
        {
            Time.Advance(due > Time.GetUtcNow() ? due - Time.GetUtcNow() : TimeSpan.Zero);
            await Settle();
        }
        Time.Advance(end - Time.GetUtcNow());
        await Settle();
    }

    public async Task Dials(string from = Caller)
    {
        await Phones.Dial(from, National);
        await Settle();
    }

    public async Task<PressedKeys> Presses(string phone, string keys)
    {
        var pressed = await Phones.Press(phone, keys);
        await Settle();
        return pressed;
    }

    public async Task HangsUp(string phone)
    {
        await Phones.HangUp(phone);
        await Settle();
    }

    public async Task Answers(string phone)
    {
        await Phones.Answer(phone);
        await Settle();
    }

    public async Task<string[]> Heard(string phone) => (await Phones.Look(phone)).Heard.Select(heard => heard.Text).ToArray();

    public async Task<int[]> Complaints() => (await Phones.Complaints()).Select(entry => entry.Code).ToArray();

    public async Task<CallView> CallOf(string phone) =>
        (await Phones.Look(phone)).Call ?? throw new AssertionException($"{phone} is in no call.");

    /// <summary>Posts to the REST API; the fields are written as in a query.</summary>
    public async Task<(int Status, JsonElement Body)> Post(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Rest.PostAsync(Uri(path), form);
        var body = await response.Content.ReadFromJsonElement();
        await Settle();
        return ((int)response.StatusCode, body);
    }

    public async Task<(int Status, JsonElement Body)> Get(string path)
    {
        using var response = await Rest.GetAsync(Uri(path));
        return ((int)response.StatusCode, await response.Content.ReadFromJsonElement());
    }

    public async Task<int> Delete(string path)
    {
        using var response = await Rest.DeleteAsync(Uri(path));
        await Settle();
        return (int)response.StatusCode;
    }

    /// <summary>Calls a telephone from the national number with the four reports, and gives the call's SID.</summary>
    public async Task<string> Calls(string phone, string url = "http://product.test/screen", params (string Name, string Value)[] more)
    {
        (string, string)[] fields =
        [
            ("To", phone),
            ("From", National),
            ("Url", url),
            ("Timeout", "20"),
            ("StatusCallback", "http://product.test/status"),
            .. new[] { "initiated", "ringing", "answered", "completed" }.Select(word => ("StatusCallbackEvent", word)),
            .. more,
        ];
        var (status, body) = await Post("Calls.json", fields);
        Assert.That(status, Is.EqualTo(201), body.ToString());
        return body.GetProperty("sid").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        await Tell();
        await network.DisposeAsync();
        await Product.DisposeAsync();
        Rest.Dispose();
        File.Delete(demoFile);
        Assert.That(faults.Lines, Is.Empty);
    }

    // A test that failed shows what happened.
    private async Task Tell()
    {
        if (!TestContext.CurrentContext.Result.Assertions.Any())
            return;
        foreach (var told in await Phones.Events())
            await TestContext.Out.WriteLineAsync($"{told.At:HH:mm:ss.fff} {told.What} {told.Phone} {told.Detail}");
        foreach (var entry in await Phones.Complaints())
            await TestContext.Out.WriteLineAsync($"{entry.Code} {entry.Message} {entry.Url}");
    }

    private static string Uri(string path) => path.StartsWith('/') ? path : $"/2010-04-01/Accounts/{Account}/{path}";

    private void Arrange(WebApplicationBuilder builder, (string Key, string Value)[] settings)
    {
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().AddProvider(faults);
        var all = new Dictionary<string, string?>
        {
            ["PhoneNetwork:AccountSid"] = Account,
            ["PhoneNetwork:AuthToken"] = Token,
            ["PhoneNetwork:DemoFile"] = demoFile,
            ["PhoneNetwork:Seed"] = "1",
            ["PhoneNetwork:WebhooksAtOnce"] = "1",
            ["PhoneNetwork:VoiceUrl"] = "http://product.test/voice",
            ["PhoneNetwork:StatusCallback"] = "http://product.test/number-status",
        };
        foreach (var (key, value) in settings)
            all["PhoneNetwork:" + key] = value;
        builder.Configuration.AddInMemoryCollection(all);
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.Services.AddHttpClient("webhooks").ConfigurePrimaryHttpMessageHandler(Product.Handler);
    }
}

internal static class JsonAnswers
{
    public static async Task<JsonElement> ReadFromJsonElement(this HttpContent content)
    {
        var text = await content.ReadAsStringAsync();
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }
}
