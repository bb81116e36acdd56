using CallRouting.Core.Calls;
using CallRouting.Core.Offices;

namespace CallRouting.Core.Menus;

/// <summary>What the caller hears now, and what is waited for.</summary>
/// <param name="Expecting">Which keys to listen for; null exactly when there is an outcome.</param>
/// <param name="Outcome">Where the menu ended; the speech is said first.</param>
/// <param name="Effects">To be carried out in the transaction that stores the visit. Each is safe to repeat.</param>
public sealed record MenuTurn(
    MenuVisit Visit,
    IReadOnlyList<Spoken> Speech,
    Expecting? Expecting,
    MenuOutcome? Outcome,
    IReadOnlyList<MenuEffect> Effects
);

/// <summary>Somebody else goes on from here.</summary>
public abstract record MenuOutcome
{
    private MenuOutcome() { }

    /// <summary>Ring the duty phone of an office.</summary>
    /// <param name="CallbackId">The call-back whose code the caller entered: this call keeps its place and settles it.</param>
    public sealed record Connect(UnitNumber Office, string? CallbackId = null) : MenuOutcome;

    /// <summary>A place in the contact centre's waiting list. A call-back whose code was entered is settled there.</summary>
    public sealed record WaitForAgent(string? CallbackId = null) : MenuOutcome;

    /// <summary>The caller is put through to a number of somebody else's; <see cref="MenuWalk.Forwarded"/> goes on from there.</summary>
    public sealed record Forward(OtherNumber Number) : MenuOutcome;

    /// <summary>The caller hangs up and is rung when it is their turn in the queue; the call-back is promised already.</summary>
    public sealed record KeepPlace : MenuOutcome;

    public sealed record HangUp : MenuOutcome;
}

/// <summary>What becomes true while the menu goes on.</summary>
public abstract record MenuEffect
{
    private MenuEffect() { }

    /// <summary>A call-back is promised, unless this call has one already.</summary>
    /// <param name="Office">Who makes it; null: the contact centre.</param>
    public sealed record PromiseCallback(UnitNumber? Office) : MenuEffect;

    /// <summary>This call's call-back, now or later, rings this number and no other.</summary>
    public sealed record RingOnNumber(PhoneNumber Number) : MenuEffect
    {
        public override string ToString() => nameof(RingOnNumber);
    }

    /// <summary>This call's call-back, now or later, rings nobody: the caller comes back with this code.</summary>
    public sealed record GiveCode(string Code) : MenuEffect;

    /// <summary>Afterwards the caller said whether they got the help they needed.</summary>
    public sealed record SaidHelped(bool GotHelp) : MenuEffect;

    /// <summary>This call's call-back, now or later, may be told of by SMS.</summary>
    public sealed record MayText : MenuEffect;
}
