import { useId } from "react";
import { type ApplicationType, applicationTypes } from "../api/application";
import { useSay } from "../console/surroundings";

type Props = {
  type: ApplicationType | undefined;
  choose: (type: ApplicationType) => void;
  problem: string | undefined;
};

/** The three types, with what each is for (contract, section 2). */
export function TypeChoice({ type, choose, problem }: Props) {
  const say = useSay();
  const id = useId();
  return (
    <fieldset className="workfront-types" aria-describedby={`${id}-problem`}>
      <legend className="pf-v5-c-form__label-text">{say("creation.type")}</legend>
      {applicationTypes.map((each) => (
        <label key={each} className={each === type ? "workfront-type workfront-type-chosen" : "workfront-type"}>
          <input
            type="radio"
            name={id}
            value={each}
            checked={each === type}
            onChange={() => choose(each)}
            required
            aria-invalid={problem !== undefined}
            aria-describedby={problem ? `${id}-problem ${id}-${each}` : `${id}-${each}`}
            data-testid={`type-${each}`}
          />
          <span className="workfront-type-name">{say(`type.${each}.name`)}</span>
          <span id={`${id}-${each}`} className="workfront-type-text">
            <span>{say(`type.${each}.for`)}</span>
            <span className="workfront-quiet">{say(`type.${each}.authenticates`)}</span>
          </span>
        </label>
      ))}
      <div id={`${id}-problem`} role="status" className="workfront-problem">
        {problem}
      </div>
    </fieldset>
  );
}
