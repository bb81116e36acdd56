using CallRouting.Core.Transfers;
using CallRouting.Server.Database;

namespace CallRouting.Server.Calls;

/// <summary>Phones that our calls hold, and who waits for one.</summary>
public sealed partial class CallRunner
{
    /// <summary>
    /// A leg's phone is free. Who waits longest for it has it at once, in this unit of work: a call that begins a moment later finds it busy.
    /// </summary>
    public async Task LetGo(Leg leg, UnitOfWork unit)
    {
        if (await legs.LetGo(leg.Id, unit) is not { } phone)
        {
            return;
        }
        foreach (var waiting in await transfers.AwaitingPhone(phone, unit))
        {
            if (await Tell(await calls.Load(waiting.CallId, unit), waiting, new PhoneFree(), unit))
            {
                return;
            }
        }
    }
}
