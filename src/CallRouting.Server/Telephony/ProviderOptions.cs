namespace CallRouting.Server.Telephony;

/// <summary>Section "Provider" of the configuration: the phone provider's account, and how it reaches us.</summary>
public sealed class ProviderOptions
{
    /// <summary>The seam: the provider itself, a region of it, or the phone network in a box.</summary>
    public Uri BaseUrl { get; set; } = new("http://127.0.0.1:5090");

    public string AccountSid { get; set; } = "";

    /// <summary>Signs what the provider asks of us.</summary>
    public string AuthToken { get; set; } = "";

    /// <summary>The other token while tokens are being rotated.</summary>
    public string? SecondAuthToken { get; set; }

    /// <summary>With its secret, lets agents' browsers be telephones (contract §5). Empty: no softphones.</summary>
    public string ApiKeySid { get; set; } = "";

    public string ApiKeySecret { get; set; } = "";

    public bool HasSoftphones => ApiKeySid.Length > 0 && ApiKeySecret.Length > 0;

    /// <summary>How the provider reaches us. Signatures are made over this, never over what a proxy made of it.</summary>
    public Uri PublicUrl { get; set; } = new("http://127.0.0.1:5080");

    /// <summary>Our own fixed number, the only one that we ever present (E.164).</summary>
    public string OwnNumber { get; set; } = "+4755553333";

    /// <summary>The provider queues more new calls than this blindly, so we pace ourselves.</summary>
    public int CallsPerSecond { get; set; } = 1;

    /// <summary>Messages have a pace of their own.</summary>
    public int MessagesPerSecond { get; set; } = 1;

    /// <summary>Seconds before a request of ours is given up.</summary>
    public int RequestTimeout { get; set; } = 10;

    /// <summary>Seconds before one that steers a call is given up and asked again: somebody hears nothing meanwhile.</summary>
    public int SteeringTimeout { get; set; } = 5;

    /// <summary>Seconds before a question is given up and asked again: what a restart left unknown is to be settled within fifteen.</summary>
    public int QuestionTimeout { get; set; } = 4;
}
