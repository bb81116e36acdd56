using CallRouting.PhoneNetwork.Engine;
using CallRouting.Scenarios.Day;

namespace CallRouting.Scenarios.Simulation.Invariants;

/// <summary>5. No officer's phone is rung by two of our calls at once.</summary>
internal sealed class OnePhone(Func<string, bool> isOfficer)
{
    private readonly Dictionary<string, string> callOf = [];

    public List<Breach> Breaches { get; } = [];

    public void Sees(TimelineEvent now)
    {
        if (now is not { Phone: { } phone, CallSid: { } sid } || !isOfficer(phone))
        {
            return;
        }
        var another = callOf.TryGetValue(phone, out var first) && first != sid;
        if (now.What == "call-ringing")
        {
            if (another)
            {
                Breaches.Add(new(5, $"{phone} is rung while in the call {first}", sid, now.At));
            }
            callOf[phone] = sid;
        }
        else if (now.What == "call-busy" && another)
        {
            Breaches.Add(new(5, $"{phone} is dialled while in the call {first}", sid, now.At));
        }
        else if (Watch.IsOver(now.What) && !another)
        {
            callOf.Remove(phone);
        }
    }
}
