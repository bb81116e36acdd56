using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using NodaTime;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace CallRouting.Server.Telephony;

/// <summary>The one class that speaks to the provider (contract §1). What it is told to do; what it is asked is in the other half.</summary>
public sealed partial class ProviderClient(HttpClient http, IOptions<ProviderOptions> options, PhoneUrls urls)
{
    private static readonly string[] CallEvents = ["initiated", "ringing", "answered", "completed"];

    private string Account => $"/2010-04-01/Accounts/{options.Value.AccountSid}";

    /// <summary>Rings a number for a leg. Not idempotent: the leg's id in both addresses tells which call came of it.</summary>
    public Task<ProviderAnswer> Call(string to, string leg, int ringSeconds, CancellationToken cancel) =>
        Post(
            $"{Account}/Calls.json",
            [
                ("To", to),
                ("From", options.Value.OwnNumber),
                ("Url", urls.Next(leg)),
                ("Method", "POST"),
                ("Timeout", $"{ringSeconds}"),
                ("StatusCallback", urls.Status(leg)),
                ("StatusCallbackMethod", "POST"),
                .. CallEvents.Select(name => ("StatusCallbackEvent", name)),
            ],
            cancel
        );

    /// <summary>
    /// A call from our own number to our own number, which presses a key when it has listened for three seconds. Not idempotent.
    /// </summary>
    public Task<ProviderAnswer> TestCall(CancellationToken cancel) =>
        Post(
            $"{Account}/Calls.json",
            [
                ("To", options.Value.OwnNumber),
                ("From", options.Value.OwnNumber),
                ("Url", urls.TestCall),
                ("Method", "POST"),
                ("Timeout", "20"),
                ("SendDigits", "wwwwww9"),
            ],
            cancel
        );

    /// <summary>Ends a call in whatever live state it is; ended already is as good.</summary>
    public Task<ProviderAnswer> End(string sid, CancellationToken cancel) =>
        Post($"{Account}/Calls/{sid}.json", [("Status", "completed")], cancel);

    /// <summary>Has a live call fetch its instructions anew.</summary>
    public Task<ProviderAnswer> Redirect(string sid, string leg, CancellationToken cancel) =>
        Post($"{Account}/Calls/{sid}.json", [("Url", urls.Next(leg)), ("Method", "POST")], cancel);

    public Task<ProviderAnswer> Hold(string conference, string sid, string leg, CancellationToken cancel) =>
        Post(
            $"{Account}/Conferences/{conference}/Participants/{sid}.json",
            [("Hold", "true"), ("HoldUrl", urls.Hold(leg)), ("HoldMethod", "POST")],
            cancel
        );

    public Task<ProviderAnswer> Unhold(string conference, string sid, CancellationToken cancel) =>
        Post($"{Account}/Conferences/{conference}/Participants/{sid}.json", [("Hold", "false")], cancel);

    public Task<ProviderAnswer> Mute(string conference, string sid, bool muted, CancellationToken cancel) =>
        Post($"{Account}/Conferences/{conference}/Participants/{sid}.json", [("Muted", muted ? "true" : "false")], cancel);

    /// <summary>Everybody in a room hears the keys that an action holds. Not idempotent.</summary>
    public Task<ProviderAnswer> PressKeys(string conference, string action, CancellationToken cancel) =>
        Post($"{Account}/Conferences/{conference}.json", [("AnnounceUrl", urls.RoomKeys(action)), ("AnnounceMethod", "POST")], cancel);

    /// <summary>Never sent again after a time-out: one message is a courtesy, two are a nuisance.</summary>
    public Task<ProviderAnswer> Message(string to, string body, CancellationToken cancel) =>
        Post($"{Account}/Messages.json", [("To", to), ("From", options.Value.OwnNumber), ("Body", body)], cancel);

    private async Task<ProviderAnswer> Post(string path, IEnumerable<(string Name, string Value)> form, CancellationToken cancel)
    {
        using var request = Authorized(new(HttpMethod.Post, new Uri(options.Value.BaseUrl, path)));
        request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return await Answer(response, cancel);
        }
        catch (BrokenCircuitException open)
        {
            return new ProviderAnswer.NotDone(open.Message)
            {
                RetryAfter = open.RetryAfter is { } after ? Duration.FromTimeSpan(after) : null,
            };
        }
        catch (TooManyAtOnceException full)
        {
            return new ProviderAnswer.NotDone(full.Message);
        }
        catch (HttpRequestException unreachable) when (ProviderPatience.NeverArrived(unreachable))
        {
            return new ProviderAnswer.NotDone($"{unreachable.HttpRequestError}");
        }
        catch (Exception broken) when (broken is HttpRequestException or TimeoutRejectedException or IOException)
        {
            return new ProviderAnswer.Unknown(broken.GetType().Name);
        }
    }

    private static async Task<ProviderAnswer> Answer(HttpResponseMessage response, CancellationToken cancel)
    {
        var body = await response.Content.ReadAsStringAsync(cancel);
        var answer = Answer((int)response.StatusCode, body);
        return answer with { RetryAfter = RetryAfter(response) };
    }

    private static ProviderAnswer Answer(int status, string body) =>
        status switch
        {
            < 400 => Read(body) is { } done
                ? new ProviderAnswer.Done(Text(done, "sid") ?? Text(done, "call_sid") ?? "") { Queued = QueueTime(done) }
                : new ProviderAnswer.Unknown("unreadable answer"),
            // Not let in, for want of room or of a password that the provider knows by now: nothing was done.
            401 or 429 => new ProviderAnswer.NotDone($"status {status}"),
            >= 500 => new ProviderAnswer.Unknown($"status {status}"),
            _ => new ProviderAnswer.Refused(Read(body) is { } error ? Code(error) : 0, $"status {status}"),
        };

    // Not documented for this product, so honoured where it comes and needed nowhere (contract §7). A date instead of seconds is nothing to us.
    private static Duration? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter?.Delta is { } delta ? Duration.FromTimeSpan(delta) : null;

    // Milliseconds in a string (contract §1.2).
    private static Duration QueueTime(JsonElement call) =>
        long.TryParse(Text(call, "queue_time"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? Duration.FromMilliseconds(milliseconds)
            : Duration.Zero;

    // A proxy's error page is not JSON; that must not break the caller's call.
    private static JsonElement? Read(string body)
    {
        try
        {
            return JsonDocument.Parse(body).RootElement is { ValueKind: JsonValueKind.Object } root ? root : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Code(JsonElement error) =>
        error.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number)
            ? number
            : 0;

    private HttpRequestMessage Authorized(HttpRequestMessage request)
    {
        var credentials = Encoding.UTF8.GetBytes($"{options.Value.AccountSid}:{options.Value.AuthToken}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return request;
    }
}
