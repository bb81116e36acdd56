import { DatePicker, useDatepicker } from "@navikt/ds-react";

type Props = { label: string; /** yyyy-MM-dd, or empty. */ value: string; choose: (date: string) => void };

/** A date as Nav's forms ask for one. Knows no time zone: what is chosen is the date that is read. */
export const DateField = ({ label, value, choose }: Props) => {
  const { datepickerProps, inputProps } = useDatepicker({
    defaultSelected: value === "" ? undefined : dateOf(value),
    onDateChange: (date) => choose(date === undefined ? "" : written(date)),
  });
  return (
    <DatePicker {...datepickerProps}>
      <DatePicker.Input {...inputProps} size="small" label={label} />
    </DatePicker>
  );
};

const dateOf = (value: string): Date => {
  const [year = 0, month = 1, day = 1] = value.split("-").map(Number);
  return new Date(year, month - 1, day);
};

const written = (date: Date): string => {
  const pair = (count: number) => String(count).padStart(2, "0");
  return `${date.getFullYear()}-${pair(date.getMonth() + 1)}-${pair(date.getDate())}`;
};
