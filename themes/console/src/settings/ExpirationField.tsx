import { FormSelect, FormSelectOption, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { useSay } from "../console/surroundings";
import { Field } from "../elements/Field";
import { type Choice, type Unit, choiceOf, choices, secondsOf, unitOf, units } from "./expiration";

type Props = {
  label: string;
  help: string;
  /** Seconds; null for no expiration, undefined while it is no such number. */
  value: number | null | undefined;
  change: (value: number | null | undefined) => void;
  problem?: string | undefined;
  disabled: boolean;
  testId: string;
};

/** How long: one of the choices, none, or a value of one's own. */
export function ExpirationField({ label, help, value, change, problem, disabled, testId }: Props) {
  const say = useSay();
  const own = value === undefined || (value !== null && choiceOf(value) === undefined);
  const [custom, setCustom] = useState(own);
  const [unit, setUnit] = useState<Unit>(value ? unitOf(value) : "days");
  const [amount, setAmount] = useState(value ? String(value / units[unitOf(value)]) : "");
  const choose = (chosen: string) => {
    setCustom(chosen === "custom");
    if (chosen === "custom") {
      const start = value ?? choices.day;
      setUnit(unitOf(start));
      setAmount(String(start / units[unitOf(start)]));
      change(start);
    } else {
      change(chosen === "none" ? null : choices[chosen as Choice]);
    }
  };
  const measure = (nextAmount: string, nextUnit: Unit) => {
    setAmount(nextAmount);
    setUnit(nextUnit);
    change(secondsOf(nextAmount, nextUnit));
  };
  const chosen = custom ? "custom" : value == null ? "none" : (choiceOf(value) ?? "custom");
  // What is typed is wrong, not what is chosen.
  const typed = custom && value === undefined;
  const wrong = typed ? say("settings.problem.expiration") : problem;
  return (
    <Field label={label} help={help} problem={wrong}>
      {({ isRequired: _, ...attributes }) => (
        <div className="workfront-expiration">
          <FormSelect
            {...attributes}
            {...(typed ? { "aria-invalid": false, validated: "default" } : {})}
            value={chosen}
            onChange={(_event, next) => choose(next)}
            isDisabled={disabled}
            data-testid={testId}
          >
            {(Object.keys(choices) as Choice[]).map((choice) => (
              <FormSelectOption key={choice} value={choice} label={say(`expiration.${choice}`)} />
            ))}
            <FormSelectOption value="none" label={say("expiration.none")} />
            <FormSelectOption value="custom" label={say("expiration.custom")} />
          </FormSelect>
          {custom && (
            <>
              <TextInput
                type="number"
                min={1}
                step={1}
                value={amount}
                onChange={(_event, next) => measure(next, unit)}
                isDisabled={disabled}
                validated={wrong === undefined ? "default" : "error"}
                aria-label={say("expiration.amount", { what: label })}
                aria-describedby={attributes["aria-describedby"]}
                data-testid={`${testId}-amount`}
              />
              <FormSelect
                value={unit}
                onChange={(_event, next) => measure(amount, next as Unit)}
                isDisabled={disabled}
                aria-label={say("expiration.unit", { what: label })}
                data-testid={`${testId}-unit`}
              >
                {(Object.keys(units) as Unit[]).map((each) => (
                  <FormSelectOption key={each} value={each} label={say(`expiration.${each}`)} />
                ))}
              </FormSelect>
            </>
          )}
        </div>
      )}
    </Field>
  );
}
