namespace CallRouting.PhoneNetwork.Faults;

/// <summary>Where a fault strikes. Each place draws from randomness of its own, so that one place's traffic does not move another's faults.</summary>
internal enum FaultPlace
{
    /// <summary>One request of the product to the REST API; at most one fault to a request.</summary>
    Rest,

    /// <summary>What the REST API knows, and since when.</summary>
    Knowledge,

    /// <summary>One status report; at most one fault to a report.</summary>
    Report,

    /// <summary>One fetch of a document; at most one fault to a fetch.</summary>
    Control,

    /// <summary>Strangers' requests beside a webhook, each refused by a sound product.</summary>
    Forgery,

    /// <summary>A webhook's fields; several at once may be odd.</summary>
    Fields,

    /// <summary>Telephones, carriers and rooms.</summary>
    Telephony,
}

/// <summary>One way in which the world goes wrong (contract §8).</summary>
/// <param name="Name">As in the settings and in what is counted.</param>
/// <param name="Heavy">Probability at the level heavy, each time it could strike; light is a tenth of it.</param>
internal sealed record FaultKind(string Name, FaultPlace Place, double Heavy)
{
    public double At(FaultLevel level) =>
        level switch
        {
            FaultLevel.Heavy => Heavy,
            FaultLevel.Light => Heavy / 10,
            _ => 0,
        };
}

/// <summary>Every kind there is. What each does is told in the README, in this order.</summary>
internal static class FaultKinds
{
    public static readonly FaultKind Rest429 = new("rest-429", FaultPlace.Rest, 0.010);
    public static readonly FaultKind Rest500Before = new("rest-500-before", FaultPlace.Rest, 0.005);
    public static readonly FaultKind Rest500After = new("rest-500-after", FaultPlace.Rest, 0.005);
    public static readonly FaultKind Rest503Before = new("rest-503-before", FaultPlace.Rest, 0.005);
    public static readonly FaultKind Rest503After = new("rest-503-after", FaultPlace.Rest, 0.005);
    public static readonly FaultKind RestHangBefore = new("rest-hang-before", FaultPlace.Rest, 0.004);
    public static readonly FaultKind RestHangAfter = new("rest-hang-after", FaultPlace.Rest, 0.004);
    public static readonly FaultKind RestReset = new("rest-reset", FaultPlace.Rest, 0.006);
    public static readonly FaultKind RestSlow = new("rest-slow", FaultPlace.Rest, 0.010);
    public static readonly FaultKind RestHtml502 = new("rest-html-502", FaultPlace.Rest, 0.004);
    public static readonly FaultKind RestTruncated = new("rest-truncated", FaultPlace.Rest, 0.004);
    public static readonly FaultKind Rest401 = new("rest-401", FaultPlace.Rest, 0.002);

    public static readonly FaultKind RestStale = new("rest-stale", FaultPlace.Knowledge, 0.2);
    public static readonly FaultKind ParticipantUnseen = new("participant-unseen", FaultPlace.Knowledge, 0.2);

    public static readonly FaultKind StatusLate = new("status-late", FaultPlace.Report, 0.08);
    public static readonly FaultKind StatusTwice = new("status-twice", FaultPlace.Report, 0.02);
    public static readonly FaultKind StatusTwiceNewToken = new("status-twice-new-token", FaultPlace.Report, 0.02);
    public static readonly FaultKind StatusLost = new("status-lost", FaultPlace.Report, 0.03);
    public static readonly FaultKind StatusReordered = new("status-reordered", FaultPlace.Report, 0.03);
    public static readonly FaultKind StatusAfterEnd = new("status-after-end", FaultPlace.Report, 0.005);

    public static readonly FaultKind ControlLate = new("control-late", FaultPlace.Control, 0.010);
    public static readonly FaultKind ControlTwice = new("control-twice", FaultPlace.Control, 0.005);
    public static readonly FaultKind ControlTwiceNewToken = new("control-twice-new-token", FaultPlace.Control, 0.005);
    public static readonly FaultKind ControlUnconnected = new("control-unconnected", FaultPlace.Control, 0.005);
    public static readonly FaultKind ControlLost = new("control-lost", FaultPlace.Control, 0.0005);

    public static readonly FaultKind SignatureWrong = new("signature-wrong", FaultPlace.Forgery, 0.005);
    public static readonly FaultKind SignatureMissing = new("signature-missing", FaultPlace.Forgery, 0.005);
    public static readonly FaultKind SignatureOtherScheme = new("signature-other-scheme", FaultPlace.Forgery, 0.005);
    public static readonly FaultKind GetInsteadOfPost = new("get-instead-of-post", FaultPlace.Forgery, 0.005);

    public static readonly FaultKind FieldsUnknown = new("fields-unknown", FaultPlace.Fields, 0.02);
    public static readonly FaultKind FieldsNoPlace = new("fields-no-place", FaultPlace.Fields, 0.02);
    public static readonly FaultKind FieldRepeated = new("field-repeated", FaultPlace.Fields, 0.02);
    public static readonly FaultKind CallerNameForeign = new("caller-name-foreign", FaultPlace.Fields, 0.02);
    public static readonly FaultKind AnsweredBy = new("answered-by", FaultPlace.Fields, 0.02);

    public static readonly FaultKind Glare = new("glare", FaultPlace.Telephony, 0.1);
    public static readonly FaultKind HangUpBeforeRoom = new("hang-up-before-room", FaultPlace.Telephony, 0.01);
    public static readonly FaultKind RoomEndsOnEntry = new("room-ends-on-entry", FaultPlace.Telephony, 0.005);
    public static readonly FaultKind LineCut = new("line-cut", FaultPlace.Telephony, 0.002);

    public static IReadOnlyList<FaultKind> All { get; } =
        typeof(FaultKinds).GetFields().Select(field => field.GetValue(null)).OfType<FaultKind>().ToList();
}
