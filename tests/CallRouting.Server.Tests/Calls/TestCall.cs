using CallRouting.Scenarios;
using CallRouting.Server.Tests.Telephony;

namespace CallRouting.Server.Tests.Calls;

/// <summary>One telephone as the provider tells of it: it fetches documents, posts keys and reports its status.</summary>
internal sealed class TestCall(RunningServer server, string sid, string from = TestCall.CallerNumber, string to = Population.National)
{
    public const string CallerNumber = "+4716000001";

    private int sequence;

    public string Sid => sid;

    /// <summary>The document that is being played.</summary>
    public Document Now { get; private set; } = null!;

    public static async Task<TestCall> Inbound(RunningServer server, string from = CallerNumber, string to = Population.National)
    {
        var call = new TestCall(server, server.NewSid(), from, to);
        await call.Fetch("/phone/inbound");
        return call;
    }

    /// <summary>Dials as far as the ladder: from postcode 1481, Nittedal.</summary>
    public static async Task<TestCall> InboundToLadder(RunningServer server, bool urgent = false, string from = CallerNumber)
    {
        var call = await Inbound(server, from);
        await call.Presses("1", urgent ? "1" : "2", "1481", "1");
        return call;
    }

    /// <summary>A call that we asked the provider for, under the CallSid that it answered with.</summary>
    public static TestCall AskedFor(RunningServer server, Asked dial) =>
        new(server, $"CA{server.Asked.Dials.ToList().IndexOf(dial) + 1:x32}", dial["From"], dial["To"]);

    /// <summary>The same, answered.</summary>
    public static async Task<TestCall> Answered(RunningServer server, Asked dial)
    {
        var call = AskedFor(server, dial);
        await call.Reports(dial["StatusCallback"], "ringing");
        await call.Reports(dial["StatusCallback"], "in-progress");
        await call.Fetch(dial["Url"]);
        return call;
    }

    public async Task Presses(params string[] keys)
    {
        foreach (var each in keys)
        {
            Now = (await Posts(Now.KeysTo ?? throw new AssertionException($"No keys are asked for: {Now}"), ("Digits", each))).Document;
        }
    }

    public Task StaysSilent() => Fetch(Now.GoesOnTo ?? throw new AssertionException($"It leads nowhere: {Now}"));

    public async Task Fetch(string url) => Now = (await Posts(url)).Document;

    public Task<Reply> Posts(string url, params (string Name, string Value)[] more) =>
        server.Phone.Post(url, [.. Standard("in-progress"), .. more]);

    public Task<Reply> Reports(string url, string status, params (string Name, string Value)[] more) =>
        server.Phone.Post(
            url,
            [.. Standard(status), ("CallbackSource", "call-progress-events"), ("SequenceNumber", $"{sequence++}"), .. more]
        );

    /// <summary>The state of the inbound call, as it is stored.</summary>
    public Task<string?> State() => server.Value<string>($"select state from calls where sid = '{sid}'");

    public Task<string?> Urgency() => server.Value<string>($"select urgency from calls where sid = '{sid}'");

    public Task<Reply> HangsUp() => Reports("/phone/inbound/status", "completed");

    /// <summary>Tells that this leg joined, left, or was held in a room.</summary>
    public Task<Reply> InRoom(string room, string what) =>
        server.Phone.Post(
            $"/phone/rooms/{room}/status",
            ("ConferenceSid", $"CF{1:x32}"),
            ("FriendlyName", room),
            ("CallSid", sid),
            ("StatusCallbackEvent", what)
        );

    // Contract §3.2: also the geographic fields, which may be empty and still count in the signature.
    private IEnumerable<(string Name, string Value)> Standard(string status) =>
        [
            ("CallSid", sid),
            ("AccountSid", RecordingProvider.Account),
            ("From", from),
            ("To", to),
            ("Caller", from),
            ("Called", to),
            ("CallStatus", status),
            ("ApiVersion", "2010-04-01"),
            ("Direction", "inbound"),
            ("FromCity", ""),
            ("FromCountry", "NO"),
        ];
}
