using CallRouting.Core.Menus;

namespace CallRouting.Core.Calls;

/// <summary>What a leg is to hear and do now, in our own words; Telephony writes it down in the provider's.</summary>
public sealed record Script(IReadOnlyList<Instruction> Instructions)
{
    public static Script Of(params Instruction[] instructions) => new(instructions);
}

public abstract record Instruction;

public sealed record Say(Spoken Speech) : Instruction;

public sealed record Pause(int Seconds) : Instruction;

/// <summary>Speak, and listen for keys; keys stop the speech. Silence goes on to the next instruction.</summary>
/// <param name="PauseAfter">Seconds of quiet within which keys still count, before the time-out begins.</param>
public sealed record Ask(IReadOnlyList<Spoken> Speech, Expecting Expecting, int PauseAfter = 0) : Instruction;

/// <summary>Ask again what to hear: the caller was silent, or the wait goes on.</summary>
public sealed record GoOn : Instruction;

/// <summary>Into a room with others.</summary>
/// <param name="Room">Number of the room within the call.</param>
/// <param name="Label">caller, agent, target-n or third-n, unique in the room.</param>
/// <param name="StarLeaves">The leg's own * takes it out of the room, and is told to us.</param>
public sealed record EnterRoom(int Room, string Label, bool StarLeaves = false) : Instruction;

/// <summary>Put through to another number; whatever comes of it, the leg asks again what to hear.</summary>
public sealed record SendOn(PhoneNumber Number) : Instruction;

public sealed record HangUp : Instruction;
