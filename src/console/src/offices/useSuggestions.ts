import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLive } from "../live/Live";
import { type Suggestion, suggestions } from "./hits";

const patience = 200;
const shortest = 2;
const none: Suggestion[] = [];

/** Offices for what is being written: asked for when the writing pauses. */
export const useSuggestions = (text: string): { found: Suggestion[]; asked: boolean; error: Error | null } => {
  const { server } = useLive();
  const question = useSettled(text.trim());
  const enabled = question.length >= shortest;
  const answer = useQuery({
    queryKey: ["places", question],
    queryFn: () => server.search(question),
    enabled,
    staleTime: Infinity,
    placeholderData: keepPreviousData,
  });
  return {
    found: enabled && answer.data ? suggestions(answer.data) : none,
    asked: enabled && answer.isSuccess && !answer.isPlaceholderData && question === text.trim(),
    error: answer.error,
  };
};

const useSettled = (text: string): string => {
  const [settled, settle] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => settle(text), patience);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
};
