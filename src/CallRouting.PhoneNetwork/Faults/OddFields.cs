using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Webhooks;

namespace CallRouting.PhoneNetwork.Faults;

/// <summary>Fields as they may come some day: strange, empty, repeated, in other letters. All are signed, and nothing that the product asked for is missing.</summary>
internal sealed class OddFields(FaultPlan plan, Timeline timeline)
{
    private static readonly IReadOnlyList<FaultKind> Kinds = FaultKinds.All.Where(kind => kind.Place == FaultPlace.Fields).ToList();
    private static readonly string[] Repeated = ["b", "a", "b"];
    private static readonly string[] Names = ["Åse Øst & Sønn", "Иван Петрович", "李小龍", "Ánde Čearru", "  \"?\"  ", "+100% <b>"];
    private static readonly string[] Answerers =
    [
        "human",
        "machine_start",
        "machine_end_beep",
        "machine_end_silence",
        "machine_end_other",
        "fax",
        "unknown",
    ];

    public Delivery Dress(Delivery delivery)
    {
        if (plan.Draw(Kinds, delivery.Url) is not { } kind)
            return delivery;
        timeline.Tell("fault", delivery.CallSid, detail: $"{kind.Name} {delivery.Url}");
        var fields = new Parameters();
        fields.AddRange(delivery.Parameters);
        Add(kind, fields);
        return delivery with { Parameters = fields };
    }

    private void Add(FaultKind kind, Parameters fields)
    {
        if (kind == FaultKinds.FieldsUnknown)
            fields.Set("StirVerstat", "TN-Validation-Passed-A").Set("Added-Since", "æøå €").Set("zz", "").Set("#", "&=");
        else if (kind == FaultKinds.FieldsNoPlace)
            fields.RemoveAll(IsPlace);
        else if (kind == FaultKinds.FieldRepeated)
            fields.AddRange(Repeated.Select(value => KeyValuePair.Create("StirPassportToken", value)));
        else if (kind == FaultKinds.CallerNameForeign)
            fields.Set("CallerName", plan.One(FaultPlace.Fields, Names));
        else
            fields.Set("AnsweredBy", plan.One(FaultPlace.Fields, Answerers)).Set("MachineDetectionDuration", "2710");
    }

    private static bool IsPlace(KeyValuePair<string, string> field) =>
        field.Key.EndsWith("City", StringComparison.Ordinal)
        || field.Key.EndsWith("State", StringComparison.Ordinal)
        || field.Key.EndsWith("Zip", StringComparison.Ordinal)
        || field.Key.EndsWith("Country", StringComparison.Ordinal);
}
