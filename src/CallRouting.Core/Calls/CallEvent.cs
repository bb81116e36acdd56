using CallRouting.Core.Transfers;

namespace CallRouting.Core.Calls;

/// <summary>What can happen to a call outside the menu's own questions and the transfer's own ladder.</summary>
public abstract record CallEvent;

/// <summary>The menu led to a human: into the queue.</summary>
public sealed record AsksForAgent : CallEvent;

/// <summary>An agent takes the call from the queue.</summary>
public sealed record AgentTakes(string AgentId) : CallEvent;

public sealed record AgentEntered : CallEvent;

/// <summary>The agent's own call ended, or was never answered.</summary>
public sealed record AgentLost : CallEvent;

/// <summary>The agent has done what could be done without an office, and ends the call.</summary>
public sealed record AgentHangsUp : CallEvent;

public sealed record CallerInRoom : CallEvent;

/// <param name="CanBeRung">A number is known on which this caller may be rung.</param>
public sealed record CallerHungUp(bool CanBeRung = false) : CallEvent;

/// <summary>The menu has said that the place is kept, and lets the caller go.</summary>
public sealed record CallerKeepsPlace : CallEvent;

/// <summary>The caller, rung when it was their turn, answered and pressed 1.</summary>
public sealed record CallerIsBack : CallEvent;

/// <summary>The caller, rung when it was their turn, did not answer or did not press 1.</summary>
public sealed record CallerMissedTurn : CallEvent;

/// <summary>No agent is at work any more.</summary>
public sealed record PoolEmptied : CallEvent;

/// <summary>The caller pressed 5 in the queue or while a ladder rang.</summary>
public sealed record CallerWantsCallback : CallEvent;

/// <summary>The wait may have been long enough.</summary>
public sealed record WaitPassed : CallEvent;

/// <summary>An officer sent the caller back to the contact centre.</summary>
public sealed record PassedToAgent : CallEvent;

public sealed record TransferBegan(TransferId Transfer) : CallEvent;

/// <param name="How">One of the states that a transfer is over in.</param>
public sealed record TransferEnded(TransferId Transfer, Over How, bool Urgent) : CallEvent;
