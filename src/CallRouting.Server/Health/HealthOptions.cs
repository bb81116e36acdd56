namespace CallRouting.Server.Health;

/// <summary>Section "Health" of the configuration.</summary>
public sealed class HealthOptions
{
    /// <summary>Told by SMS when the morning check finds something (E.164 or as it is printed); empty: nobody.</summary>
    public string OperatorPhone { get; set; } = "";
}

/// <summary>Section "Heartbeat" of the configuration.</summary>
public sealed class HeartbeatOptions
{
    /// <summary>Called each minute while everything moves; whoever listens there raises the alarm when it falls silent. Empty: none.</summary>
    public Uri? Url { get; set; }
}
