using System.Text.RegularExpressions;

namespace CallRouting.PhoneNetwork;

/// <summary>The configuration section <c>PhoneNetwork</c>. Times are seconds on the network's clock.</summary>
public sealed partial class NetworkOptions
{
    public string AccountSid { get; set; } = "AC00000000000000000000000000000001";

    /// <summary>Password of the REST API and key of every webhook's signature.</summary>
    public string AuthToken { get; set; } = "demo0token0demo0token0demo0token";

    /// <summary>JSON with <c>phones</c> and <c>inboundNumbers</c>; the product reads the same file. None: a network without telephones.</summary>
    public string? DemoFile { get; set; }

    /// <summary>JSON with <c>demoEpoch</c>, <c>wallEpoch</c> and <c>speed</c>. None: the wall clock.</summary>
    public string? ClockFile { get; set; }

    /// <summary>Makes SIDs and tokens repeatable. None: different at every start.</summary>
    public int? Seed { get; set; }

    /// <summary>How many new calls a second leave the provider's queue (contract §7); 0 = no queue, 1 = the provider's default.</summary>
    public double CallsPerSecond { get; set; }

    /// <summary>Refuse addresses that the public internet cannot reach (21205, 21609), as the provider does.</summary>
    public bool StrictUrls { get; set; }

    /// <summary>Given to every inbound number at start; POST IncomingPhoneNumbers changes it.</summary>
    public string? VoiceUrl { get; set; }

    public string? VoiceFallbackUrl { get; set; }

    public string? StatusCallback { get; set; }

    /// <summary>Asked when somebody texts the number.</summary>
    public string? SmsUrl { get; set; }

    /// <summary>What the provider adds to every ring time-out (contract §1.5: up to 5 s).</summary>
    public double RingBufferSeconds { get; set; } = 5;

    /// <summary>From the provider's first report, initiated, until the phone rings.</summary>
    public double SetupSeconds { get; set; }

    /// <summary>How long any recording lasts that a document plays.</summary>
    public double PlaySeconds { get; set; } = 10;

    /// <summary>How many webhooks may be under way at once: 0 = any number, as the provider; 1 = strictly in order, for tests that repeat exactly.</summary>
    public int WebhooksAtOnce { get; set; }

    /// <summary>Whether the signature of an https webhook leaves a port out (contract §4.2: the provider is not consistent).</summary>
    public bool SignHttpsPort { get; set; }

    /// <summary>What goes wrong by itself.</summary>
    public Faults.FaultOptions Faults { get; set; } = new();

    public UnverifiedBehaviour Unverified { get; set; } = new();

    public NetworkOptions Checked()
    {
        if (!AccountSidShape().IsMatch(AccountSid))
            throw new BadSettingsException($"PhoneNetwork:AccountSid is \"{AccountSid}\"; expected AC and 32 hexadecimal digits.");
        if (AuthToken.Length < 8)
            throw new BadSettingsException("PhoneNetwork:AuthToken is shorter than 8 characters.");
        VoiceUrl = Url(nameof(VoiceUrl), VoiceUrl);
        VoiceFallbackUrl = Url(nameof(VoiceFallbackUrl), VoiceFallbackUrl);
        StatusCallback = Url(nameof(StatusCallback), StatusCallback);
        SmsUrl = Url(nameof(SmsUrl), SmsUrl);
        Within(nameof(CallsPerSecond), CallsPerSecond, 0, 1000);
        Within(nameof(RingBufferSeconds), RingBufferSeconds, 0, 5);
        Within(nameof(SetupSeconds), SetupSeconds, 0, 60);
        Within(nameof(PlaySeconds), PlaySeconds, 0, 2400);
        Within(nameof(WebhooksAtOnce), WebhooksAtOnce, 0, 1000);
        return this;
    }

    // Empty counts as not set, so that a setting can be taken back where files and environment are merged.
    private static string? Url(string name, string? url) =>
        string.IsNullOrEmpty(url) ? null
        : Webhooks.Address.IsAbsolute(url) ? url
        : throw new BadSettingsException($"PhoneNetwork:{name} is \"{url}\"; expected an absolute http or https address.");

    private static void Within(string name, double value, double least, double most)
    {
        if (!(value >= least && value <= most))
            throw new BadSettingsException($"PhoneNetwork:{name} is {value}; allowed is {least} to {most}.");
    }

    [GeneratedRegex("^AC[0-9a-fA-F]{32}$")]
    private static partial Regex AccountSidShape();
}

/// <summary>What the provider's documents leave open (contract §10). The product must live with either value.</summary>
public sealed class UnverifiedBehaviour
{
    /// <summary>Final status of an inbound call that was rejected without <c>busy</c>.</summary>
    public string RejectedStatus { get; set; } = "no-answer";

    /// <summary>Final status of an inbound call whose caller left before it was answered.</summary>
    public string AbandonedStatus { get; set; } = "no-answer";

    /// <summary>Whether a Dial's action is still asked (and its reply ignored) after the call ended in the room.</summary>
    public bool DialActionAfterHangUp { get; set; } = true;

    /// <summary>Method for a HoldUrl without HoldMethod.</summary>
    public string HoldMethod { get; set; } = "GET";
}

/// <summary>The network cannot start with this configuration or demo file; the message says what was wrong and what is allowed.</summary>
public sealed class BadSettingsException(string message) : Exception(message);
