using CallRouting.PhoneNetwork.Calls;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.PhoneNetwork.Twiml;

namespace CallRouting.PhoneNetwork.Conferences;

/// <summary>
/// What one participant hears while waiting or on hold, and announcements. Its documents may say, play, pause and redirect, nothing else (13238), and
/// when one runs out there is silence: nobody asks again (contract §2.8).
/// </summary>
internal sealed class RoomMedia(Documents documents, Media media, Debugger debugger, EventLoop loop, TimeProvider clock)
{
    /// <summary>Starts what is heard from now on, instead of what was heard.</summary>
    /// <param name="url">Null: the provider's music. Empty: silence.</param>
    /// <param name="failed">Called when the document could not be had.</param>
    public void Start(Participant participant, string? url, string method, Action failed)
    {
        var stop = participant.Listen();
        if (url is null)
            media.Sound(participant.Call, "♪ ventemusikk");
        else if (url.Length > 0)
            loop.Start(() => Run(participant.Call, url, method, failed, stop));
    }

    /// <summary>Plays an announcement once; gives why it failed, or null.</summary>
    public async Task<string?> Announce(Participant participant, string url, string method)
    {
        string? failure = null;
        await Run(participant.Call, url, method, () => failure = "The document could not be had.", participant.Gone);
        return failure;
    }

    private async Task Run(Call call, string url, string method, Action failed, CancellationToken stop)
    {
        var hops = new HopLimit(clock);
        Instruction.Fetch? next = new(url, method);
        try
        {
            while (next is not null)
            {
                hops.Count();
                var document = await documents.Get(call, next).WaitAsync(stop);
                next = await Perform(call, document, stop);
            }
        }
        catch (TwimlFault fault) when (fault.Code is 11215 or 13238 or 11100)
        {
            debugger.Complain(fault.Code, fault.Message, call.Sid, url);
        }
        catch (ProviderFault)
        {
            failed();
        }
    }

    private async Task<Instruction.Fetch?> Perform(Call call, TwimlDocument document, CancellationToken stop)
    {
        if (document.Verbs.FirstOrDefault(verb => verb is not (Say or Play or Pause or Redirect)) is { } illegal)
            throw new TwimlFault(
                13238,
                $"<{illegal.GetType().Name}> in a wait, hold or announce document; allowed are Say, Play, Pause, Redirect."
            );
        foreach (var verb in document.Verbs)
        {
            if (verb is Redirect redirect)
                return (Instruction.Fetch)Next.At(document, redirect.Url, redirect.Method).Instruction;
            await media.Perform(call, verb, stop);
        }
        return null;
    }
}
