namespace CallRouting.PhoneNetwork.Phones;

/// <summary>A number of the account (contract §1.10): what is asked when somebody dials it.</summary>
internal sealed class InboundNumber(string sid, string phoneNumber, string friendlyName, DateTimeOffset createdAt)
{
    public string Sid => sid;
    public string PhoneNumber => phoneNumber;
    public string FriendlyName { get; set; } = friendlyName;
    public string? VoiceUrl { get; set; }
    public string VoiceMethod { get; set; } = "POST";
    public string? VoiceFallbackUrl { get; set; }
    public string VoiceFallbackMethod { get; set; } = "POST";
    public string? StatusCallback { get; set; }
    public string StatusCallbackMethod { get; set; } = "POST";
    public string? SmsUrl { get; set; }
    public string SmsMethod { get; set; } = "POST";
    public DateTimeOffset CreatedAt { get; } = createdAt;
    public DateTimeOffset UpdatedAt { get; set; } = createdAt;
}
